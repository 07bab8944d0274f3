package org.openhall.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;

/** Pictures of pages. */
public final class Screenshot {
  private static final int TRIES = 5;

  private Screenshot() {}

  /**
   * Takes one. Chromium refuses now and then, mostly soon after its start, and gives the same
   * picture when asked again; that is no fault of the page.
   */
  public static void take(Page page, Page.ScreenshotOptions options) {
    for (int left = TRIES; ; left--) {
      try {
        page.screenshot(options);
        return;
      } catch (PlaywrightException e) {
        if (left == 1 || !String.valueOf(e.getMessage()).contains("Unable to capture screenshot")) {
          throw e;
        }
      }
    }
  }
}
