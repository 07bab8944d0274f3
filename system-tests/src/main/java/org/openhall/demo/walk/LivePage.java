package org.openhall.demo.walk;

import com.microsoft.playwright.Page;
import java.time.Duration;

/** The page on which the office counts who goes by a notice or a withdrawal, while one looks. */
record LivePage(Page page) {
  private static final String LOADED = "document.body.dataset.loaded";

  /** A terminal says within half a minute what it goes by; a slow machine takes longer. */
  private static final Duration REPORT = Duration.ofMinutes(3);

  /** Opens it; from here on it is never loaded again. */
  static LivePage open(Clerk clerk) {
    clerk.open("/desk/fleet/urgent", "#urgent");
    clerk.page().evaluate(LOADED + " = 'once'");
    return of(clerk);
  }

  /** The one that is open. */
  static LivePage of(Clerk clerk) {
    return new LivePage(clerk.page());
  }

  /** Waits until it says something of a subject. */
  void await(String subject, String words) {
    page.waitForCondition(
        () ->
            page.locator("#urgent section").allInnerTexts().stream()
                .anyMatch(one -> one.contains(subject) && one.contains(words)),
        new Page.WaitForConditionOptions().setTimeout((double) REPORT.toMillis()));
    if (!"once".equals(page.evaluate(LOADED))) {
      throw new AssertionError("the page was loaded again");
    }
  }
}
