package org.openhall.office.desk;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/** Chinese, or English for who chose it by {@code ?lang=en}; the browser remembers the choice. */
final class DeskLanguage implements LocaleResolver {
  private static final String PARAMETER = "lang";
  private static final String COOKIE = "__Host-lang";

  @Override
  public Locale resolveLocale(HttpServletRequest request) {
    return chosen(request).or(() -> remembered(request)).orElse("zh-CN").equals("en")
        ? Locale.ENGLISH
        : Locale.SIMPLIFIED_CHINESE;
  }

  private static Optional<String> chosen(HttpServletRequest request) {
    return request.getMethod().equals("GET")
        ? Optional.ofNullable(request.getParameter(PARAMETER))
        : Optional.empty();
  }

  private static Optional<String> remembered(HttpServletRequest request) {
    return Optional.ofNullable(WebUtils.getCookie(request, COOKIE)).map(Cookie::getValue);
  }

  /** Lets the browser remember what was just chosen. */
  void remember(HttpServletRequest request, HttpServletResponse response) {
    if (chosen(request).isPresent()) {
      response.addHeader(
          "Set-Cookie",
          COOKIE
              + "="
              + (resolveLocale(request).equals(Locale.ENGLISH) ? "en" : "zh-CN")
              + "; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=31536000");
    }
  }

  @Override
  public void setLocale(
      HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
    throw new UnsupportedOperationException("by ?lang= alone");
  }
}
