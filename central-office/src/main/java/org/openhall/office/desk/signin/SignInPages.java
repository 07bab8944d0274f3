package org.openhall.office.desk.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.SQLException;
import java.util.Optional;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.database.OfficeName;
import org.openhall.office.desk.DeskGate;
import org.openhall.office.desk.Symbol;
import org.openhall.office.people.DeskSession;
import org.openhall.office.people.PasswordRule;
import org.openhall.office.people.SignIn;
import org.openhall.office.people.SignInOutcome;
import org.openhall.office.text.OfficeTime;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in and out, and the first time, when password and codes are set. */
@Controller
public class SignInPages {
  private static final String PAGE = "desk/signin/sign-in";
  private static final String BEGIN = "desk/signin/begin";
  private static final String FIRST = "desk/signin/first";

  private final SignIn signIn;
  private final OfficeName name;

  SignInPages(SignIn signIn, OfficeDatabase database) {
    this.signIn = signIn;
    this.name = new OfficeName(database);
  }

  @GetMapping("/desk/sign-in")
  String page(HttpServletRequest request) {
    return DeskGate.session(request).isPresent() ? "redirect:/desk" : PAGE;
  }

  @PostMapping("/desk/sign-in")
  String signIn(
      @RequestParam String id,
      @RequestParam String password,
      @RequestParam String code,
      Model model,
      HttpServletResponse response)
      throws SQLException {
    model.addAttribute("id", id);
    return answer(signIn.signIn(id.strip(), password, code), PAGE, model, response);
  }

  @GetMapping("/desk/sign-in/begin")
  String begin() {
    return BEGIN;
  }

  @PostMapping("/desk/sign-in/begin")
  String begin(
      @RequestParam String id, @RequestParam String code, Model model, HttpServletResponse response)
      throws SQLException {
    model.addAttribute("id", id);
    return answer(signIn.first(id.strip(), code), BEGIN, model, response);
  }

  @GetMapping("/desk/sign-in/first")
  String first(HttpServletRequest request, Model model) {
    Optional<DeskSession> session = inFirst(request);
    session.ifPresent(first -> offer(first, model));
    return session.isPresent() ? FIRST : "redirect:/desk/sign-in";
  }

  @PostMapping("/desk/sign-in/first")
  String finish(
      @RequestParam String password,
      @RequestParam String again,
      @RequestParam String code,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model)
      throws SQLException {
    Optional<DeskSession> session = inFirst(request);
    if (session.isEmpty()) {
      return "redirect:/desk/sign-in";
    }
    offer(session.get(), model);
    if (!password.equals(again)) {
      model.addAttribute("trouble", "signin.not-the-same");
      return FIRST;
    }
    return answer(signIn.finish(session.get(), password, code), FIRST, model, response);
  }

  /** The codes' secret as a QR symbol; a picture of its own, as no page carries one inside it. */
  @GetMapping(path = "/desk/sign-in/first/code.svg", produces = "image/svg+xml")
  ResponseEntity<String> symbol(HttpServletRequest request) {
    Optional<DeskSession> session = inFirst(request);
    if (session.isEmpty()) {
      return ResponseEntity.notFound().build();
    }
    return ResponseEntity.ok(Symbol.of(SignIn.uri(session.get(), name.get())).svg());
  }

  @PostMapping("/desk/sign-out")
  String signOut(DeskSession session, HttpServletResponse response) throws SQLException {
    signIn.signOut(session);
    DeskGate.give(response, "");
    return "redirect:/desk/sign-in";
  }

  private static Optional<DeskSession> inFirst(HttpServletRequest request) {
    return DeskGate.session(request).filter(s -> s.stage() == DeskSession.Stage.FIRST);
  }

  private static void offer(DeskSession session, Model model) {
    model.addAttribute("id", session.person().id());
    model.addAttribute(
        "secret", String.valueOf(session.offeredSecret()).replaceAll("(.{4})(?=.)", "$1 "));
    model.addAttribute("shortest", PasswordRule.SHORTEST);
  }

  private static String answer(
      SignInOutcome outcome, String page, Model model, HttpServletResponse response) {
    return switch (outcome) {
      case SignInOutcome.SignedIn(String token) -> {
        DeskGate.give(response, token);
        yield "redirect:/desk";
      }
      case SignInOutcome.Wrong() -> trouble(page, model, "signin.wrong");
      case SignInOutcome.Wait(var until) -> {
        model.addAttribute("until", OfficeTime.minute(until.plusSeconds(59)));
        yield trouble(page, model, "signin.wait");
      }
      case SignInOutcome.BadPassword(PasswordRule rule) ->
          trouble(page, model, "signin.rule." + rule);
    };
  }

  private static String trouble(String page, Model model, String key) {
    model.addAttribute("trouble", key);
    return page;
  }
}
