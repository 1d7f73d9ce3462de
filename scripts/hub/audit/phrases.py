"""Words that say nothing by themselves, in the languages that we know of: of links, headings, labels and titles.

Compared in small letters, without points and arrows. A language that is not here is not judged by these lists.
"""

LINKS = {
    "en": {"click here", "here", "this", "more", "read more", "learn more", "see more", "more info", "details", "link",
           "this link", "this page", "continue", "go", "see here", "find out more", "more details", "click", "download",
           "more information", "next page", "info"},
    "az": {"bura", "buraya", "burada", "buraya klikləyin", "klikləyin", "ətraflı", "daha çox", "davamı", "link",
           "keçid", "bu səhifə", "yüklə"},
    "sw": {"hapa", "bofya hapa", "bonyeza hapa", "zaidi", "soma zaidi", "endelea", "kiungo", "ukurasa huu", "pakua",
           "habari zaidi"},
    "ru": {"здесь", "тут", "нажмите здесь", "нажмите", "далее", "подробнее", "читать далее", "ещё", "еще", "ссылка",
           "эта страница", "скачать", "перейти", "узнать больше"},
    "ar": {"هنا", "اضغط هنا", "انقر هنا", "المزيد", "اقرأ المزيد", "رابط", "هذه الصفحة", "تحميل", "تابع", "التفاصيل"},
    "fr": {"ici", "cliquez ici", "en savoir plus", "lire la suite", "plus", "suite", "lien", "cette page",
           "télécharger", "voir plus", "détails"},
}
HEADINGS = {
    "en": {"heading", "title", "section", "untitled", "content", "text", "lorem ipsum", "introduction to", "header",
           "new section", "subheading", "heading 1", "heading 2"},
    "fr": {"titre", "section", "contenu", "texte", "sans titre"},
    "ru": {"заголовок", "раздел", "текст", "без названия"},
    "az": {"başlıq", "bölmə", "mətn", "adsız"},
    "sw": {"kichwa", "sehemu", "maandishi"},
    "ar": {"عنوان", "قسم", "نص"},
}
LABELS = {
    "en": {"field", "input", "text", "label", "value", "enter text", "type here", "textbox", "box", "text field",
           "select", "option", "button", "submit button"},
    "fr": {"champ", "texte", "valeur", "saisie", "étiquette"},
    "ru": {"поле", "текст", "значение", "ввод"},
    "az": {"sahə", "mətn", "dəyər"},
    "sw": {"sehemu", "maandishi", "thamani"},
    "ar": {"حقل", "نص", "قيمة"},
}
# Sight, shape and place alone (1.3.3): words with which an instruction leans on them.
SENSES = {
    "en": r"\b(?:the (?:green|red|blue|round|square|big) (?:button|box|link|icon)|"
          # a right to something, or of somebody, is no place
          r"(?:on|to|at) the (?:right(?! (?:to|of)\b(?! the (?:page|screen)))|left)"
          r"(?: side)?(?: of the (?:page|screen))?|"
          r"(?:button|link|menu|box) (?:on|at|to) the (?:right|left|top|bottom))\b",
    "fr": r"\b(?:le bouton (?:vert|rouge|bleu|rond)|(?:à|sur) (?:la )?(?:droite|gauche) de (?:la page|l’écran))\b",
    "ru": r"\b(?:зел[её]н\w+|красн\w+|син\w+|кругл\w+) кнопк\w+|\b(?:справа|слева) на (?:странице|экране)",
    "az": r"\b(?:yaşıl|qırmızı|mavi|dəyirmi) düymə\w*|\bsəhifənin (?:sağında|solunda)",
    "sw": r"\bkitufe (?:cha )?(?:kijani|chekundu|nyekundu|bluu)|\bupande wa (?:kulia|kushoto) wa ukurasa",
    "ar": r"الزر (?:الأخضر|الأحمر|الأزرق)|(?:يمين|يسار) (?:الصفحة|الشاشة)",
}


def bare(words: str) -> str:
    """The words in small letters without what stands around them."""
    return " ".join(words.casefold().split()).strip(" .…:;,>»›→←-–—!?()[]<«‹")


def among(lists: dict[str, set[str]], language: str, words: str) -> bool:
    """Whether the words are in the list of the language."""
    return bare(words) in lists.get(language.partition("-")[0].lower(), set())
