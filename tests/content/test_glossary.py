from __future__ import annotations

from pathlib import Path

import pytest

from greenroom.content.findings import PackError
from greenroom.content.glossary import Glossary, load_glossary
from greenroom.content.paths import library_root
from greenroom.content.taxonomy import load_taxonomy


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    return load_glossary(library_root() / "glossary.toml")


def test_it_has_the_field_s_vocabulary(glossary: Glossary) -> None:
    assert len(glossary.terms) >= 150
    assert {t.zh for t in glossary.by_name["cv"]} == {"交叉验证", "计算机视觉"}
    assert glossary.by_name["梯度爆炸"][0].en == "exploding gradient"


@pytest.mark.parametrize(
    ("bad", "meant"),
    [
        ("如何申请退学？", "dropout"),
        ("香草甘斯的损失", "vanilla GAN"),
        ("变形金刚的结构", "Transformer"),
        ("什么是渐变爆炸", "exploding gradient"),
        ("常用的激活功能", "activation function"),
        ("简历问题", "computer vision"),
        ("创成式模型", "generative model"),
        ("最好的现实主义指标", "realism (of generated images)"),
        ("视频的时态一致性", "temporal consistency"),
        ("解释语言是如何被视为图形的", "graph (nodes and edges)"),
        ("图形神经网络", "graph (nodes and edges)"),
        ("估算出保险费用", "insurance pay-out"),
        ("如何学习生僻字", "rare word"),
        ("《T2 离群值》", "outlier"),
        ("情境目标行动结果", "STAR (situation, task, action, result)"),
        ("最后离开你最喜欢的公司", "leave your favourite employers until last"),
    ],
)
def test_the_known_traps_are_caught(glossary: Glossary, bad: str, meant: str) -> None:
    assert meant in {term.en for _, term in glossary.mistranslations(bad)}


@pytest.mark.parametrize(
    "good",
    [
        "学习率逐渐变大，梯度随后传播到前一层",
        "衰退学习率不同于固定学习率",
        "用图形处理器训练，把结果画成图形界面",
        "由支持向量决定边界的位置",
        "变压器的用电负荷；回归身高与体重",
        "数据增加一倍，剩余连接数为零",
        "信念传播模型与反向传播",
    ],
)
def test_good_chinese_is_left_alone(glossary: Glossary, good: str) -> None:
    assert list(glossary.mistranslations(good)) == []


def test_no_term_or_topic_is_forbidden_by_another(glossary: Glossary) -> None:
    names = [name for term in glossary.terms.values() for name in term.names]
    names += [topic.name.zh for topic in load_taxonomy(library_root() / "taxonomy.toml")]
    assert {name: list(glossary.mistranslations(name)) for name in names if list(glossary.mistranslations(name))} == {}


def test_a_bad_pattern_names_its_line(tmp_path: Path) -> None:
    path = tmp_path / "glossary.toml"
    path.write_text('a = { en = "a", zh = "甲" }\nb = { en = "b", zh = "乙", forbidden = ["("] }\n', "utf-8")
    with pytest.raises(PackError, match=r"glossary\.toml:2: .*not a regular expression"):
        load_glossary(path)
