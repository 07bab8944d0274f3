package org.openhall.office.desk.tokens;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openhall.office.api.ApiToken;
import org.openhall.office.api.ApiTokens;
import org.openhall.office.api.Scope;
import org.openhall.office.people.Person;
import org.openhall.office.text.OfficeTime;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Tokens of other systems: made, shown once, taken back. */
@Controller
public class TokenPages {
  private static final String PAGE = "desk/tokens/list";

  private final ApiTokens tokens;
  private final Clock clock;

  TokenPages(ApiTokens tokens, Clock clock) {
    this.tokens = tokens;
    this.clock = clock;
  }

  /** A token as a line. */
  record Line(ApiToken token, String until, String used, boolean holds) {}

  @GetMapping("/desk/tokens")
  String page(Model model) {
    model.addAttribute("tokens", lines());
    model.addAttribute("longest", ApiTokens.LONGEST_DAYS);
    return PAGE;
  }

  private List<Line> lines() {
    Instant now = clock.instant();
    return tokens.all().stream()
        .map(token ->
            new Line(token, minute(token.expiresAt()), minute(token.usedAt()), token.holds(now)))
        .toList();
  }

  private static String minute(@Nullable Instant instant) {
    return instant == null ? "" : OfficeTime.minute(instant);
  }

  @PostMapping("/desk/tokens")
  String make(
      @RequestParam String name,
      @RequestParam String source,
      @RequestParam(name = "scope", required = false) @Nullable List<Scope> scopes,
      @RequestParam int days,
      Person person,
      Model model)
      throws SQLException {
    Set<Scope> wanted = EnumSet.noneOf(Scope.class);
    if (scopes != null) {
      wanted.addAll(scopes);
    }
    boolean isWhole = !name.isBlank() && !source.isBlank() && !wanted.isEmpty();
    if (isWhole && ApiTokens.Wanted.isLife(days)) {
      ApiTokens.Wanted token = new ApiTokens.Wanted(name, source, wanted, days);
      model.addAttribute("issued", tokens.issue(token, person.id()));
    } else {
      model.addAttribute("incomplete", true);
    }
    return page(model);
  }

  @PostMapping("/desk/tokens/{id}/revoke")
  String revoke(@PathVariable long id, Person person) throws SQLException {
    tokens.revoke(id, person.id());
    return "redirect:/desk/tokens";
  }
}
