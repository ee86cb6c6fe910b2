"""Does a page fit? Nothing reaches past its box or the screen, and nothing lies on something else."""

from collections.abc import Iterator

from playwright.sync_api import Page

# Each page doubles its words as a long language would, and gets them back.
DOUBLE = """() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, text =>
        text.data.trim() && !text.parentElement.closest('script, style, textarea') ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT);
    window.asWritten = [];
    while (texts.nextNode()) window.asWritten.push([texts.currentNode, texts.currentNode.data]);
    for (const [text, words] of window.asWritten) text.data = `${words} ${words.trim()}`;
    return window.asWritten.length;
}"""  # noqa: E501
AS_WRITTEN = "() => { for (const [text, words] of window.asWritten) text.data = words; }"

# While there is one, what is further down the map only stands in for itself (js/paths.js).
NOT_LAID = ":is(.path, .fork, .footer):not(.laid)"
FAULTS = """(within) => {
    const faults = [], room = document.documentElement.clientWidth, root = document.querySelector(within);
    const name = element => `${element.localName}.${element.className} “${element.textContent.trim().replace(/\\s+/g, ' ').slice(0, 30)}”`;
    const shown = element => element.checkVisibility({ visibilityProperty: true }) && getComputedStyle(element).clipPath === 'none' && !element.closest('.visually-hidden, .skip-link');
    const wide = document.documentElement.scrollWidth;
    if (wide > room) faults.push(`the page is ${wide} wide where there is room for ${room}`);

    const textOf = element => [...element.childNodes].filter(child => child.nodeType === 3 && child.data.trim());
    let texts = 0;
    for (const element of root.querySelectorAll('*')) {
        const own = textOf(element);
        if (!own.length || !shown(element)) continue;
        texts++;
        const inline = getComputedStyle(element).display === 'inline';
        if (!inline && element.scrollWidth > element.clientWidth + 1)
            faults.push(`${name(element)} is ${element.scrollWidth} wide in a box of ${element.clientWidth}`);
        const range = document.createRange();
        for (const text of own) {
            range.selectNodeContents(text);
            for (const box of range.getClientRects())
                if (box.width && (box.left < -1 || box.right > room + 1))
                    faults.push(`${name(element)} reaches from ${Math.round(box.left)} to ${Math.round(box.right)} of ${room}`);
        }
    }
    if (!texts) faults.push(`there are no words in ${within}: look at this test`);

    const inSight = element => {  // of a box that scrolls, what is scrolled away lies on nothing
        let { left, right, top, bottom } = element.getBoundingClientRect();
        for (let above = element.parentElement; above; above = above.parentElement) {
            if (!['auto', 'scroll'].includes(getComputedStyle(above).overflowY)) continue;
            const its = above.getBoundingClientRect();
            [left, right, top, bottom] = [Math.max(left, its.left), Math.min(right, its.right), Math.max(top, its.top), Math.min(bottom, its.bottom)];
        }
        return { left, right, top, bottom };
    };
    const lies = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
    const boxes = selector => [...root.querySelectorAll(selector)].filter(shown).map(element => [element, inSight(element)]);
    const solid = boxes('.step__stone, .step__card, .fork__way, .land__badge, .land__title, .dated, .button, .about__head, .adults, .box');
    const apart = (one, other) => !one.contains(other) && !other.contains(one);
    solid.forEach(([one, box], place) => {
        for (const [other, its] of solid.slice(place + 1))
            if (apart(one, other) && lies(box, its)) faults.push(`${name(one)} lies on ${name(other)}`);
    });
    for (const [info, box] of boxes('.info-link')) {
        const card = info.closest('.step__card');
        for (const [other, its] of solid) if (other !== card && lies(box, its)) faults.push(`${name(info)} of ${name(card)} lies on ${name(other)}`);
        for (const words of card.querySelectorAll('h3, p')) {
            const range = document.createRange();
            range.selectNodeContents(words);
            for (const its of range.getClientRects()) if (lies(box, its)) faults.push(`${name(info)} lies on the words ${name(words)}`);
        }
    }
    return [...new Set(faults)];
}"""  # noqa: E501

WIDTHS = {280: 653, 320: 568, 390: 844, 768: 1024, 1024: 768, 1280: 800, 1920: 1080, 2560: 1440}
ZOOMED = (320, 256)  # 1280 × 1024 at 400 %
TEXTS = ("as it is", "twice as large", "twice as long")


def misfits(page: Page, within: str = "body") -> Iterator[str]:
    """Every fault, at every width, with each kind of text, in both directions."""
    for text in TEXTS:
        if text == "twice as long":
            assert page.evaluate(DOUBLE) > 5, "there was nothing to double"
        if text == "twice as large":
            page.evaluate("document.documentElement.style.fontSize = '200%'")
        for width, height in [*WIDTHS.items(), ZOOMED]:
            page.set_viewport_size({"width": width, "height": height})
            for direction in ("rtl", "ltr"):
                page.evaluate("direction => (document.documentElement.dir = direction)", direction)
                for fault in page.evaluate(FAULTS, within):
                    yield f"{width} × {height}, {direction}, text {text}: {fault}"
        page.evaluate("document.documentElement.style.fontSize = ''")
    page.evaluate(AS_WRITTEN)
