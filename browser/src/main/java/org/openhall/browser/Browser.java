package org.openhall.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One Chromium without a window, in which any number of people walk, each with cookies of their
 * own.
 */
public final class Browser implements AutoCloseable {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final int WIDTH = 1366;
  private static final int HEIGHT = 768;

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;

  private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
    this.playwright = playwright;
    this.chromium = chromium;
  }

  /** Starts it; nothing is fetched from anywhere. */
  public static Browser start() {
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    BrowserType.LaunchOptions options =
        new BrowserType.LaunchOptions()
            .setExecutablePath(CHROMIUM)
            .setHeadless(true)
            .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"));
    return new Browser(playwright, playwright.chromium().launch(options));
  }

  /**
   * Somebody at an office.
   *
   * @param address of the office; its certificate may be of its own authority
   * @param language {@code zh-CN} or {@code en}
   */
  public Walk walk(URI address, String language) {
    return walk(address, language, 1);
  }

  /**
   * Somebody at an office, who has enlarged what the browser shows.
   *
   * @param zoom 2 for 200 %
   */
  public Walk walk(URI address, String language, int zoom) {
    BrowserContext context =
        chromium.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setIgnoreHTTPSErrors(true)
                .setLocale(language)
                .setViewportSize(WIDTH / zoom, HEIGHT / zoom)
                .setDeviceScaleFactor(zoom));
    return new Walk(context, address, language);
  }

  @Override
  public void close() {
    chromium.close();
    playwright.close();
  }
}
