package org.openhall.office.desk.account;

import jakarta.servlet.http.HttpServletResponse;
import java.sql.SQLException;
import java.util.Optional;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.database.OfficeName;
import org.openhall.office.desk.Symbol;
import org.openhall.office.people.Confirmation;
import org.openhall.office.people.DeskSession;
import org.openhall.office.people.OwnAccount;
import org.openhall.office.people.PasswordRule;
import org.openhall.office.people.SignIn;
import org.openhall.office.people.SignInOutcome;
import org.openhall.office.text.OfficeTime;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /desk/account}: one's own password, authenticator and sessions. */
@Controller
public class AccountPages {
  private static final String PAGE = "desk/account/page";
  private static final String CODES = "desk/account/authenticator";
  private static final String DONE = "redirect:/desk/account?done=";

  private final OwnAccount account;
  private final Confirmation confirmation;
  private final OfficeName name;

  AccountPages(OwnAccount account, Confirmation confirmation, OfficeDatabase database) {
    this.account = account;
    this.confirmation = confirmation;
    this.name = new OfficeName(database);
  }

  /** A session as the page lists it. */
  record Row(String id, boolean isThis, String since, String used, String place) {}

  @GetMapping("/desk/account")
  String page(
      @RequestParam(name = "done", defaultValue = "") String done,
      DeskSession session,
      Model model) {
    if (done.matches("password|authenticator|session")) {
      model.addAttribute("done", "account.done." + done);
    }
    return shown(session, model);
  }

  private String shown(DeskSession session, Model model) {
    model.addAttribute("person", session.person());
    model.addAttribute("roles", session.person().roles().stream().sorted().toList());
    model.addAttribute("word", confirmation.word(session.person()).orElse(null));
    model.addAttribute("shortest", PasswordRule.SHORTEST);
    model.addAttribute(
        "sessions",
        account.sessions(session.person()).stream()
            .map(open ->
                new Row(
                    open.id(),
                    open.id().equals(session.id()),
                    OfficeTime.minute(open.startedAt()),
                    OfficeTime.minute(open.usedAt()),
                    open.place()))
            .toList());
    return PAGE;
  }

  @PostMapping("/desk/account/password")
  String password(
      @RequestParam String password,
      @RequestParam String code,
      @RequestParam String fresh,
      @RequestParam String again,
      DeskSession session,
      HttpServletResponse response,
      Model model)
      throws SQLException {
    if (!fresh.equals(again)) {
      model.addAttribute("trouble", "signin.not-the-same");
      return shown(session, model);
    }
    Optional<SignInOutcome> refused = account.changePassword(session, password, code, fresh);
    if (refused.isEmpty()) {
      return DONE + "password";
    }
    say(refused.get(), "account.wrong", response, model);
    return shown(session, model);
  }

  @PostMapping("/desk/account/authenticator")
  String offer(
      @RequestParam String password,
      @RequestParam String code,
      DeskSession session,
      HttpServletResponse response,
      Model model)
      throws SQLException {
    Optional<SignInOutcome> refused = account.offerAuthenticator(session, password, code);
    if (refused.isEmpty()) {
      return "redirect:/desk/account/authenticator";
    }
    say(refused.get(), "account.wrong", response, model);
    return shown(session, model);
  }

  /** Shows the secret that was offered, until it is taken or the session ends. */
  @GetMapping("/desk/account/authenticator")
  String authenticator(DeskSession session, Model model) {
    String secret = session.offeredSecret();
    if (secret == null) {
      return "redirect:/desk/account";
    }
    model.addAttribute("secret", secret.replaceAll("(.{4})(?=.)", "$1 "));
    return CODES;
  }

  @GetMapping(path = "/desk/account/authenticator/code.svg", produces = "image/svg+xml")
  ResponseEntity<String> symbol(DeskSession session) {
    return session.offeredSecret() == null
        ? ResponseEntity.notFound().build()
        : ResponseEntity.ok(Symbol.of(SignIn.uri(session, name.get())).svg());
  }

  @PostMapping("/desk/account/authenticator/take")
  String take(
      @RequestParam String code, DeskSession session, HttpServletResponse response, Model model)
      throws SQLException {
    Optional<SignInOutcome> refused = account.takeAuthenticator(session, code);
    if (refused.isEmpty()) {
      return DONE + "authenticator";
    }
    say(refused.get(), "signin.wrong-proof", response, model);
    return authenticator(session, model);
  }

  @PostMapping("/desk/account/sessions/end")
  String end(@RequestParam String id, DeskSession session) throws SQLException {
    account.end(session.person(), id);
    return DONE + "session";
  }

  private static void say(
      SignInOutcome refused, String wrong, HttpServletResponse response, Model model) {
    model.addAttribute(
        "trouble",
        switch (refused) {
          case SignInOutcome.Wait(var until) -> {
            model.addAttribute("until", OfficeTime.minute(until.plusSeconds(59)));
            yield "signin.wait";
          }
          case SignInOutcome.BadPassword(PasswordRule rule) -> {
            model.addAttribute("until", PasswordRule.SHORTEST);
            yield "signin.rule." + rule;
          }
          case SignInOutcome.Busy() -> {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            yield "signin.busy";
          }
          case SignInOutcome.Wrong(), SignInOutcome.SignedIn(String _) -> wrong;
        });
  }
}
