package org.openhall.demo.gallery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openhall.content.Attachment;
import org.openhall.content.ContentRecord;
import org.openhall.content.Form;
import org.openhall.content.store.EntryFilter;
import org.openhall.kiosk.shell.Destination;

/** All that is shown: every destination in every state of the content, and what lies over them. */
final class Exhibits {
  private static final String GUIDE = "sample-g-identity-card";

  /** What the office has taken back in the scenery of that name. */
  static final List<String> WITHDRAWN = List.of(GUIDE, "sample-e-budget-report-2026");

  private static final String[] CARD = {"identify-agree", "card:read"};

  private final Attachment file;
  private final List<Exhibit> all = new ArrayList<>();

  private Exhibits(Attachment file) {
    this.file = file;
  }

  /** Every exhibit for these records. */
  static List<Exhibit> of(List<ContentRecord> records) {
    Exhibits exhibits = new Exhibits(blankOf(records));
    exhibits.everyScreen();
    exhibits.everyState();
    exhibits.choices();
    exhibits.keyboards();
    exhibits.cards();
    exhibits.socialCards();
    exhibits.prints();
    exhibits.paper();
    exhibits.overlays();
    exhibits.service();
    return List.copyOf(exhibits.all);
  }

  private static Attachment blankOf(List<ContentRecord> records) {
    return records.stream()
        .filter(Form.class::isInstance)
        .map(record -> ((Form) record).blank())
        .filter(java.util.Objects::nonNull)
        .findFirst()
        .orElseThrow();
  }

  /** Name → destination; each kind of destination at least once. */
  private Map<String, Destination> screens() {
    Map<String, Destination> screens = new LinkedHashMap<>();
    screens.put("attract", new Destination.Attract());
    screens.put("home", new Destination.Home());
    screens.put("disclosure", new Destination.Disclosure());
    screens.put("directory", new Destination.Directory(EntryFilter.none()));
    screens.put("statutory", new Destination.Statutory());
    screens.put("disclosure-guides", new Destination.DisclosureGuides());
    screens.put("disclosure-guide", new Destination.DisclosureGuidePage("sample-disclosure-guide"));
    screens.put("annual-reports", new Destination.AnnualReports());
    screens.put("annual-report", new Destination.AnnualReportPage("sample-annual-report-2025"));
    screens.put("departments", new Destination.Departments());
    screens.put("department", new Destination.DepartmentPage("sample-d-public-security"));
    screens.put("entry", new Destination.Entry("sample-e-budget-report-2026", null));
    screens.put("guides", new Destination.Guides());
    screens.put("guide", new Destination.Guide(GUIDE, null));
    screens.put("life-events", new Destination.LifeEvents());
    screens.put("life-event", new Destination.LifeEvent("sample-c-life-newborn"));
    screens.put("situations", new Destination.Situations(GUIDE));
    screens.put("file", new Destination.FilePage(file));
    screens.put("form", new Destination.FormPage("sample-f-identity-card-application"));
    screens.put("hall", new Destination.Hall(null));
    screens.put("staff", new Destination.Staff(null));
    screens.put("search", new Destination.Search());
    screens.put("notices", new Destination.Notices());
    screens.put("notice", new Destination.NoticePage("sample-n-saturday-service"));
    screens.put("identify", new Destination.Identify());
    screens.put("cases", new Destination.Cases());
    return screens;
  }

  private void everyScreen() {
    screens().forEach((name, screen) -> add(name, Scenery.SHOWN, screen));
  }

  private void everyState() {
    screens()
        .forEach((name, screen) -> {
          add(name + "-empty", Scenery.EMPTY, screen);
          add(name + "-loading", Scenery.LOADING, screen);
          add(name + "-missing", Scenery.MISSING, screen);
          add(name + "-damaged", Scenery.DAMAGED, screen);
          add(name + "-stale", Scenery.STALE, screen);
        });
  }

  private void choices() {
    EntryFilter budgets = EntryFilter.none().withCategoryId("sample-c-statutory-07");
    add("directory-narrowed", Scenery.SHOWN, new Destination.Directory(budgets));
    add("entry-found", Scenery.SHOWN, new Destination.Entry("sample-e-budget-report-2026", "预算"));
    add(
        "entry-found-next",
        Scenery.SHOWN,
        new Destination.Entry("sample-e-budget-report-2026", "预算"),
        "reader-next",
        "reader-next",
        "reader-next");
    add("hall-way", Scenery.SHOWN, new Destination.Hall("A01"));
    add("staff-of-a-window", Scenery.SHOWN, new Destination.Staff("A01"));
    add("situations-second", Scenery.SHOWN, new Destination.Situations(GUIDE), "choice-*");
    add("guide-withdrawn", Scenery.WITHDRAWN, new Destination.Guide(GUIDE, null));
    add("situations-withdrawn", Scenery.WITHDRAWN, new Destination.Situations(GUIDE));
    add("entry-withdrawn", Scenery.WITHDRAWN, new Destination.Entry(WITHDRAWN.getLast(), null));
    add("file-absent", Scenery.MISSING, new Destination.FilePage(file));
  }

  private void keyboards() {
    Destination search = new Destination.Search();
    add("search-typed", Scenery.SHOWN, search, "key-S", "key-F", "key-Z");
    add(
        "search-nothing",
        Scenery.SHOWN,
        search,
        "key-layout-DIGITS",
        "key-9",
        "key-X",
        "key-9",
        "key-X");
    for (String layout : List.of("PINYIN", "LETTERS", "DIGITS", "STROKES", "SYMBOLS")) {
      add(
          "keyboard-" + layout.toLowerCase(java.util.Locale.ROOT),
          Scenery.SHOWN,
          search,
          "key-layout-" + layout);
    }
  }

  private void cards() {
    Destination identify = new Destination.Identify();
    add("card-waiting", Scenery.SHOWN, identify, CARD[0]);
    for (String end : List.of("read", "child", "expired", "none", "unreadable", "reader-lost")) {
      add("card-" + end, Scenery.SHOWN, identify, CARD[0], "card:" + end);
    }
  }

  /** A terminal that reads social-security cards, alone or beside identity cards. */
  private void socialCards() {
    Destination identify = new Destination.Identify();
    for (String readers : List.of("either", "social")) {
      String terminal = "readers:" + readers;
      add("card-" + readers, Scenery.SHOWN, identify, terminal);
      add("card-" + readers + "-waiting", Scenery.SHOWN, identify, terminal, CARD[0]);
      add("card-" + readers + "-none", Scenery.SHOWN, identify, terminal, CARD[0], "social:none");
    }
    for (String end : List.of("read", "withheld", "unreadable", "other", "locked")) {
      add(
          "social-card-" + end,
          Scenery.SHOWN,
          identify,
          "readers:either",
          CARD[0],
          "social:" + end);
    }
  }

  private void prints() {
    Destination identify = new Destination.Identify();
    add("print-under-way", Scenery.SHOWN, identify, CARD[0], CARD[1], "identify-print");
    for (String end : List.of("done", "out", "unknown")) {
      add(
          "print-" + end,
          Scenery.SHOWN,
          identify,
          CARD[0],
          CARD[1],
          "identify-print",
          "print:" + end);
    }
  }

  /** A blank form on A4. */
  private void paper() {
    Destination form = new Destination.FilePage(file);
    add("page-offered", Scenery.SHOWN, form, "file-print");
    add("page-door", Scenery.SHOWN, form, "page:door", "file-print");
    String[] begun = {"file-print", "file-print-start"};
    add("page-under-way", Scenery.SHOWN, form, begun[0], begun[1]);
    for (String word : List.of("second", "empty", "done", "jam", "unknown", "refused")) {
      add("page-" + word, Scenery.SHOWN, form, begun[0], begun[1], "page:" + word);
    }
  }

  private void overlays() {
    add("emergency", Scenery.EMERGENCY, new Destination.Home());
    add("emergency-attract", Scenery.EMERGENCY, new Destination.Attract());
    Destination cases = new Destination.Cases();
    add("cases-wrong", Scenery.SHOWN, cases, "key-1", "cases-submit");
    add("cases-asking", Scenery.SHOWN, cases, "key-1", "key-2", "key-3", "cases-submit");
    for (String end : List.of("answered", "not-yet")) {
      add(
          "cases-" + end,
          Scenery.SHOWN,
          cases,
          "key-1",
          "key-2",
          "key-3",
          "cases-submit",
          "case:" + end);
    }
    add("attract-near", Scenery.SHOWN, new Destination.Attract(), "sense:near");
    add("maintenance", Scenery.SHOWN, new Destination.Guide(GUIDE, null), "sense:door");
    add("take-away", Scenery.SHOWN, new Destination.Guide(GUIDE, null), "takeaway");
    add("idle", Scenery.SHOWN, new Destination.Guide(GUIDE, null), "idle");
  }

  /** The service area, and what is shown while nobody is served. */
  private void service() {
    service("pin");
    service("pin-typed", "pin-7", "pin-7", "pin-7");
    service("pin-wrong", "pin-7", "pin-enter");
    service("pin-locked", "pin-3", "pin-enter");
    service("pin-none", "pin-4", "pin-enter");
    service("attendant", "pin-2", "pin-enter");
    technician("menu");
    for (String page : List.of("FINDINGS", "DEVICES", "ABOUT", "TOUCH", "COLOURS", "SERVICE")) {
      technician(page.toLowerCase(java.util.Locale.ROOT), "technician-" + page);
    }
    technician("restart", "technician-RESTART");
    technician("tested", "technician-DEVICES", "test-id-card-reader-INTERNAL");
    technician("colour", "technician-COLOURS", "colours-begin");
    technician("acceptance", "technician-ACCEPTANCE");
    technician("paper", "technician-paper");
    technician("cleaning", "technician-clean");
    add("service-out", Scenery.SHOWN, new Destination.Home(), "out:REPAIR");
    add("service-no-content", Scenery.SHOWN, new Destination.Home(), "out:NO_CONTENT");
  }

  private void technician(String name, String... presses) {
    List<String> all = new ArrayList<>(List.of("pin-1", "pin-enter"));
    all.addAll(List.of(presses));
    service(name, all.toArray(String[]::new));
  }

  private void service(String name, String... presses) {
    List<String> all = new ArrayList<>(List.of("service:open"));
    all.addAll(List.of(presses));
    add("service-" + name, Scenery.SHOWN, new Destination.Home(), all.toArray(String[]::new));
  }

  private void add(String name, Scenery scenery, Destination destination, String... presses) {
    all.add(Exhibit.of(name, scenery, destination, presses));
  }
}
