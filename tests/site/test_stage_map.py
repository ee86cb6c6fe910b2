"""A child finds out how it works."""

from playwright.sync_api import expect


def test_a_child_finds_out_how_long_stage_1_takes(child, javascript):
    child.opens_the_map()
    child.asks_about("You get our answer")

    if javascript:
        expect(child.page.get_by_role("dialog", name="You get our answer")).to_be_visible()
        assert child.page.url.endswith("/sefton/en/")
    else:
        child.reads_heading("You get our answer")
        assert child.page.url.endswith("/sefton/en/steps/stage-1-letter")
    child.reads("10 working days")


def test_the_map_says_on_which_day_the_answer_would_come(child):
    child.opens_the_map()
    child.reads("If you tell us today, you get your answer by Friday 4 December.")


def test_a_child_looks_up_a_hard_word(child, javascript):
    child.page.goto("/sefton/en/steps/looked-at")
    child.follows("advocate")

    if javascript:
        assert child.page.url.endswith("/steps/looked-at")
        expect(child.page.get_by_role("status").filter(has_text="on your side")).to_be_visible()
    else:
        child.reads_heading("What words mean")
        assert child.page.url.endswith("/guide/words#advocate")


def test_a_child_finds_who_looks_after_them(child, javascript):
    page = child.page
    page.goto("/")
    said = page.get_by_role("status")
    if javascript:
        before = said.element_handle()
        page.get_by_role("searchbox", name="Type the first letters").press_sequentially("sef")
        expect(said).to_have_text("1 council begins like that")
        assert before.evaluate("status => status.isConnected"), "a new place for messages is not read out"
    else:
        page.get_by_role("searchbox", name="Type the first letters").fill("sef")
        child.presses("Find")
    expect(page.get_by_role("link", name="Lancashire")).to_be_hidden()

    child.follows("Sefton Council")
    child.reads_heading("Not happy with how you are being looked after?")


def test_a_child_picks_the_day_they_told_the_council_and_the_days_move(child, javascript):
    child.opens_the_map()
    page = child.page
    child.press(page.get_by_text("Did you tell us on another day?"))
    page.get_by_label("The day you told us").fill("2026-11-02")
    child.presses("Show the days")

    child.reads("Our answer: by Monday 16 November.")
    expect(page.get_by_text("If you tell us today")).to_have_count(0)
    if javascript:
        assert page.url.endswith("/sefton/en/"), "a day is nobody’s business but theirs"
        expect(page.get_by_role("button", name="Show the days")).to_be_focused()
    child.press(page.get_by_text("How we counted"))
    child.reads("It reached us on Monday 2 November.")
