// Names after `np.`: what one reaches for in an interview, not the whole of NumPy.
import type { CompletionContext, CompletionResult } from "@codemirror/autocomplete";

const functions =
  "abs all allclose amax amin any append arange argmax argmin argpartition argsort array array_equal asarray bincount " +
  "broadcast_to ceil clip concatenate cos cov cumsum cumprod diag diff digitize dot einsum empty empty_like equal exp expand_dims " +
  "expm1 eye finfo flatnonzero flip floor full full_like hstack identity inner isclose isfinite isin isinf isnan linspace log " +
  "log1p log2 logaddexp matmul max maximum mean median meshgrid min minimum moveaxis nan_to_num nanmean nonzero ones ones_like " +
  "outer pad partition percentile prod quantile ravel repeat reshape roll round searchsorted sign sin sort split sqrt squeeze " +
  "stack std sum swapaxes take take_along_axis tanh tensordot tile trace transpose tril triu unique unravel_index var vstack " +
  "where zeros zeros_like";
const members: Record<string, string> = {
  "np.": functions,
  "np.linalg.": "cholesky cond det eig eigh eigvalsh inv lstsq matrix_rank norm pinv qr slogdet solve svd",
  "np.random.": "default_rng",
  "np.add.": "at reduce reduceat",
};

export function completeNumpy(context: CompletionContext): CompletionResult | null {
  const before = context.matchBefore(/\bnp\.(?:\w+\.)?\w*/);
  if (!before) return null;
  const stem = before.text.slice(0, before.text.lastIndexOf(".") + 1);
  const names = members[stem];
  if (!names) return null;
  const options = names.split(" ").map((label) => ({ label, type: "function" }));
  return { from: before.from + stem.length, options, validFor: /^\w*$/ };
}
