"""The sentences of the gate, by code and language. Placeholders are the finding's params."""

from typing import Final

LANGUAGES: Final = ("en", "zh-CN")

MESSAGES: Final[dict[str, dict[str, str]]] = {
    "taboo": {
        "en": "“{text}” names {concept}.",
        "zh-CN": "“{text}”涉及{concept}。",
    },
    "hidden": {
        "en": "The source says “{text}” ({concept}); the translation does not.",
        "zh-CN": "原文含“{text}”（{concept}），译文未体现。",
    },
    "contradiction": {
        "en": "“{text}” belies “{claim}” in {field}.",
        "zh-CN": "“{text}”与字段 {field} 中的“{claim}”相矛盾。",
    },
    "polarity": {
        "en": "“{text}” turns the source's “{source}” into its opposite.",
        "zh-CN": "“{text}”与原文“{source}”意思相反。",
    },
    "forbidden": {
        "en": "“{text}” is a wrong translation of {source}; write “{approved}”.",
        "zh-CN": "“{text}”是“{source}”的错误译法，应译为“{approved}”。",
    },
    "missing": {
        "en": "{source} should be translated as one of: {approved}.",
        "zh-CN": "“{source}”应译为以下之一：{approved}。",
    },
    "residue": {
        "en": "“{text}” was left untranslated.",
        "zh-CN": "“{text}”未翻译。",
    },
    "empty": {
        "en": "The field {field} has no translation.",
        "zh-CN": "字段 {field} 没有译文。",
    },
    "language-without-terms": {
        "en": "We have no words for the language {language} yet, so nobody has looked: a person must.",
        "zh-CN": "暂无语言 {language} 的词库，尚未检查，需人工审核。",
    },
    "image-unreadable": {
        "en": "The image {image} could not be read: a person must look.",
        "zh-CN": "图片 {image} 无法读取，需人工查看。",
    },
    "check-failed": {
        "en": "The check {check} broke on this listing, so it was not fully looked at: a person must look.",
        "zh-CN": "检查项 {check} 运行失败，该商品未被完整检查，需人工审核。",
    },
    "unserved": {
        "en": "Buyers in this market are not served in the language {language}.",
        "zh-CN": "该市场不使用语言 {language}。",
    },
}
