// Requests to our own server, which wants Django's CSRF token with each write.
export function csrf(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csrf"]')?.content ?? "";
}

export function post(url: string, data: Record<string, string>, options: RequestInit = {}): Promise<Response> {
  return fetch(url, {
    method: "POST",
    headers: { "X-CSRFToken": csrf(), Accept: "application/json" },
    body: new URLSearchParams(data),
    ...options,
  });
}
