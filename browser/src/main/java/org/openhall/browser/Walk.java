package org.openhall.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Somebody who walks through pages. What a page must never do is noted all along: ask another
 * machine for something, be refused something, break its own content policy, run into a script's
 * error.
 */
public final class Walk implements AutoCloseable {
  private static final Path PICTURES = Path.of("target", "pages");
  private static final Set<Integer> REFUSED = Set.of(401, 403, 404, 405);
  private static final int BROKEN = 500;
  private static final int MOST_TABS = 150;

  private final BrowserContext context;
  private final URI address;
  private final String language;
  private final Page page;
  private final List<String> offences = new ArrayList<>();
  private int loaded;

  Walk(BrowserContext context, URI address, String language) {
    this.context = context;
    this.address = address;
    this.language = language;
    context.addCookies(List.of(cookie("__Host-lang", language)));
    this.page = context.newPage();
    page.onRequest(request -> {
      String url = request.url();
      if (!url.startsWith(address + "/") && !url.startsWith("blob:")) {
        offences.add("asked elsewhere: " + url);
      }
    });
    page.onResponse(response -> {
      if (REFUSED.contains(response.status()) || response.status() >= BROKEN) {
        offences.add(response.status() + " " + response.url());
      }
    });
    page.onConsoleMessage(message -> {
      if (message.text().contains("Content Security Policy")) {
        offences.add(message.text());
      }
    });
    page.onDOMContentLoaded(_ -> loaded++);
    page.onPageError(error -> offences.add("script: " + error));
  }

  private Cookie cookie(String name, String value) {
    return new Cookie(name, value).setUrl(address.toString()).setSecure(true).setHttpOnly(true);
  }

  /** Is signed in from here on. */
  public Walk with(String cookie, String token) {
    context.addCookies(List.of(cookie(cookie, token)));
    return this;
  }

  /** The page, for whatever Playwright can do. */
  public Page page() {
    return page;
  }

  /** Opens a page by its path. */
  public Walk open(String path) {
    page.navigate(address + path);
    return this;
  }

  /**
   * Presses Tab until what a CSS selector names has the focus; fails where the keyboard never gets
   * there.
   */
  public Walk tabTo(String selector) {
    for (int i = 0; i < MOST_TABS; i++) {
      if (hasFocus(selector)) {
        return this;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError("the keyboard does not reach " + selector);
  }

  private boolean hasFocus(String selector) {
    return Boolean.TRUE.equals(page.evaluate("s => document.activeElement.matches(s)", selector));
  }

  /** Types into what a CSS selector names, by keyboard alone. */
  public Walk type(String selector, String text) {
    tabTo(selector);
    page.keyboard().press("Control+A");
    page.keyboard().type(text);
    return this;
  }

  /** Presses a button or follows a link by keyboard alone, and waits for the page that comes. */
  public Walk press(String selector) {
    tabTo(selector);
    int before = loaded;
    page.keyboard().press("Enter");
    page.waitForCondition(() -> loaded > before);
    return this;
  }

  /**
   * Fails for what the page did on the way here, for serious faults of accessibility, and where it
   * is wider than the window. Leaves a picture of it in {@code target/pages}.
   *
   * @param name of the picture, without an ending
   */
  public Walk check(String name) {
    picture(name);
    List<String> found = faults();
    if (!found.isEmpty()) {
      throw new AssertionError(name + " " + page.url() + "\n" + String.join("\n", found));
    }
    return this;
  }

  /** Leaves a picture of the page in {@code target/pages}. */
  public void picture(String name) {
    Screenshot.take(
        page,
        new Page.ScreenshotOptions()
            .setPath(PICTURES.resolve(name + "-" + language + ".png"))
            .setFullPage(true));
  }

  /**
   * What the page did on the way here that it never must, serious faults of accessibility, words
   * that are missing, and whether it is wider than the window.
   */
  public List<String> faults() {
    List<String> found = new ArrayList<>(offences);
    found.addAll(Axe.seriousFaults(page));
    Object wide =
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    if (((Number) wide).intValue() > 1) {
      found.add("wider than the window by " + wide);
    }
    if (page.content().contains("??")) {
      found.add("a word is missing");
    }
    return found;
  }

  @Override
  public void close() {
    context.close();
  }
}
