"""The page of an ask or report, filled in as somebody would and sent: what a timeline writes as JSON,
tapped and typed."""

import json

# What the page of a line asks of many weapons at once; everything else is told one by one.
OF_LINES = {
    "check_out", "check", "load", "show", "announce", "issue", "clear_to_fire", "collect", "lock_away"}
# What differs from row to row on the page of a line. All else is one for all of them.
BY_ROW = ("weapon", "bearer", "mark", "positions", "to")
ENVELOPE = ("step", "at", "by", "note", "with", "rows", "ask", "report")
SENDS = "main form button.main[type=submit]"


def name_of(step):
    return step.get("ask") or step["report"]


def rows_of(step):
    """Each row whole, with what stands beside the rows."""
    common = {key: value for key, value in step.items() if key not in ENVELOPE}
    return [common | row for row in step.get("rows", [{}])]


def pages_of(step):
    """A step as the pages ask it: rows that one page takes together, and the others one by one."""
    if "rows" not in step:
        return [step]
    groups = {}
    for nth, row in enumerate(rows_of(step)):
        alike = {key: value for key, value in row.items() if key not in BY_ROW}
        together = json.dumps(alike, sort_keys=True) if name_of(step) in OF_LINES else nth
        groups.setdefault(together, []).append(row)
    head = {key: step[key] for key in ENVELOPE if key in step and key != "rows"}
    return [head | ({"rows": rows} if len(rows) > 1 else rows[0]) for rows in groups.values()]


def fill_in(person, step, scene):
    """Opens the page of a step and fills it in; `scene` is one that plans all its weapons."""
    own = {"check": check, "issue": issue, "collect": opened, "lock_away": lock_away}
    if "rows" in step:
        line(person, step, scene)
    elif name_of(step) in own:
        own[name_of(step)](person, step)
    else:
        any_other(person, step)


# ── the pages of one weapon ──

def opened(person, step):
    """By the page of the weapon; where it shows no way there, by its address."""
    name, weapon = name_of(step).replace("_", "-"), step["weapon"]
    if not person.page.url.endswith(f"/weapon/{weapon}"):
        person.open(f"/weapon/{weapon}")
    person.follow(f"a[href='/{name}/{weapon}']")


def check(person, step):
    opened(person, step)
    seen = [f"p{nth}" for nth, it in enumerate(step.get("positions", []), 1) if it == "empty"]
    seen += [it for it in ("bore", "magazine") if step.get(it) == "empty"]
    seen += [it for it in ("inert_seen", "twin_ruled_out") if step.get(it)]
    # What is no weapon is known by its tag; a page asks that of it alone.
    seen += [it for it in ("tag_read",) if person.page.locator(f"[name={it}]").count()]
    for it in seen:
        person.press(f"label.tap:has([name={it}])")
    answers(person, "witness", step["with"][0])


def issue(person, step):
    opened(person, step)
    answers(person, "bearer", step["with"][0])
    page = person.page
    page.select_option("select[name=set_up]", step["set_up"])
    for field in ("activity", "watched_by"):
        page.select_option(f"select[name={field}]", step.get(field, ""))
    page.fill("input[name=mark]", step.get("mark", ""))
    page.set_checked("input[name=briefed]", step.get("briefed", False))


def lock_away(person, step):
    opened(person, step)
    person.page.fill("input[name=seal]", step["seal"])


# ── any other page ──

def any_other(person, step):
    about = f"?weapon={step['weapon']}" if "weapon" in step else ""
    person.open(f"/ask/{name_of(step)}{about}")
    body = {key: value for key, value in step.items() if key not in ENVELOPE}
    more_rows(person, body)
    fields(person, body, "")
    if step.get("with"):
        person.unfold("with1-as")
    for nth, who in enumerate(step.get("with", []), 1):
        person.page.select_option(f"select[name=with{nth}-as]", who["as"])
        answers(person, f"with{nth}", who)


def more_rows(person, body):
    for name, value in body.items():
        if isinstance(value, list) and isinstance(value[0], dict):
            while not person.page.locator(f"[name^='{name}.{len(value) - 1}.']").count():
                person.follow(f"button[name=more][value='{name}']")


def fields(person, body, under):
    """Every field of a form; of a row, `under` is what its names begin with."""
    page = person.page
    for name, value in body.items():
        at = f"{under}{name}"
        if isinstance(value, list) and isinstance(value[0], dict):
            for nth, row in enumerate(value):
                fields(person, row, f"{at}.{nth}.")
        elif isinstance(value, list) and page.locator(f"textarea[name='{at}']").count():
            page.fill(f"textarea[name='{at}']", "\n".join(value))
        elif isinstance(value, list):
            for it in value:
                page.check(f"input[name='{at}'][value='{it}']")
        elif value is True:
            page.check(f"input[name='{at}']")
        elif page.locator(f"select[name='{at}']").count():
            page.select_option(f"select[name='{at}']", str(value))
        else:
            page.fill(f"[name='{at}']", str(value))


def answers(person, field, who):
    """Who answers with the asker, and how."""
    how = "spoken" if who.get("means") == "spoken" else "phone"
    person.page.select_option(f"select[name='{field}']", who["person"])
    person.page.check(f"input[name='{field}-how'][value={how}]")


# ── the page of a line ──

def line(person, step, scene):
    name, page = name_of(step), person.page
    # Where a line was scanned, or came back just now, its page is open already.
    if f"/line?ask={name}" not in page.url:
        person.open(f"/line?ask={name}&set_up={scene}")
    for row in step["rows"]:
        put(person, row)
    wanted = [row["weapon"] for row in step["rows"]]
    for row in page.locator("ul.line > li").all():
        box = row.locator(".pick input")
        if box.is_checked() != (row.get_attribute("data-weapon") in wanted):
            row.locator("label.pick").click()
    common = step["rows"][0]
    for field in ("set_up", "lot", "activity"):
        if field in common and page.locator(f"main form[data-form=line] select[name={field}]").count():
            page.select_option(f"main form[data-form=line] select[name={field}]", common[field])
    for field in ("purpose", "shots", "seal"):
        if field in common:
            page.fill(f"input[name={field}]", str(common[field]))
    if common.get("briefed"):
        page.check("input[name=briefed]")
    hears = iter(("hears1", "hears2"))
    for who in step.get("with", []):
        # Whoever bears one of them answers aloud, before two who hear it.
        if who["as"] not in ("bearer", "confirms"):
            answers(person, next(hears) if who["as"] == "hears" else who["as"], who)


def put(person, row):
    """Gives a row its bearer and its mark, where the line does not have them from the last one."""
    bearer = row.get("bearer") or next(iter(row.get("to", [])), None)
    kept = person.page.locator(f"ul.line > li[data-weapon={row['weapon']}] input[type=hidden]").evaluate_all(
        "them => Object.fromEntries(them.map(it => [it.name.split('.').pop(), it.value]))")
    if bearer in (None, kept.get("bearer")) and row.get("mark") in (None, kept.get("mark")):
        return
    person.unfold("add.weapon")
    person.page.select_option("select[name='add.weapon']", row["weapon"])
    person.page.select_option("select[name='add.bearer']", bearer)
    person.page.fill("input[name='add.mark']", row.get("mark", ""))
    person.follow("button[name=more][value=add]")
