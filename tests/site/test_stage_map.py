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
        expect(child.page.get_by_role("status")).not_to_be_empty()
    else:
        child.reads_heading("What words mean")
        assert child.page.url.endswith("/guide/words#advocate")
