package org.openhall.office.desk.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.database.OfficeName;
import org.openhall.office.desk.ClientAddress;
import org.openhall.office.desk.DeskGate;
import org.openhall.office.desk.Symbol;
import org.openhall.office.people.DeskSession;
import org.openhall.office.people.PasswordRule;
import org.openhall.office.people.Sessions;
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

/** Signing in and out, and the first time, when password and codes are set. */
@Controller
public class SignInPages {
  private static final String PAGE = "desk/signin/sign-in";
  private static final String BEGIN = "desk/signin/begin";
  private static final String FIRST = "desk/signin/first";

  /** A hall's staff behind one address, all of them at half past eight. */
  private static final int ATTEMPTS_PER_MINUTE = 60;

  private static final int ADDRESSES = 10_000;
  private static final int MOMENT = 5;

  private final SignIn signIn;
  private final Sessions sessions;
  private final OfficeName name;
  private final ClientAddress addresses;
  private final AddressLimit limit;

  SignInPages(
      SignIn signIn,
      Sessions sessions,
      OfficeDatabase database,
      ClientAddress addresses,
      Clock clock) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.name = new OfficeName(database);
    this.addresses = addresses;
    this.limit = new AddressLimit(ATTEMPTS_PER_MINUTE, ADDRESSES, clock);
  }

  /** Whether this address has to wait, which the answer then says. */
  private boolean isTooOften(HttpServletRequest request, HttpServletResponse response) {
    long seconds = limit.seconds(addresses.of(request));
    if (seconds > 0) {
      tooMany(response, seconds);
    }
    return seconds > 0;
  }

  private static void tooMany(HttpServletResponse response, long seconds) {
    response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
    response.setHeader("Retry-After", Long.toString(seconds));
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
      HttpServletRequest request,
      HttpServletResponse response)
      throws SQLException {
    model.addAttribute("id", id);
    return isTooOften(request, response)
        ? trouble(PAGE, model, "signin.too-often")
        : answer(signIn.signIn(id.strip(), password, code), PAGE, model, request, response);
  }

  @GetMapping("/desk/sign-in/begin")
  String begin() {
    return BEGIN;
  }

  @PostMapping("/desk/sign-in/begin")
  String begin(
      @RequestParam String id,
      @RequestParam String code,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response)
      throws SQLException {
    model.addAttribute("id", id);
    return isTooOften(request, response)
        ? trouble(BEGIN, model, "signin.too-often")
        : answer(signIn.first(id.strip(), code), BEGIN, model, request, response);
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
    return isTooOften(request, response)
        ? trouble(FIRST, model, "signin.too-often")
        : answer(signIn.finish(session.get(), password, code), FIRST, model, request, response);
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

  private String answer(
      SignInOutcome outcome,
      String page,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    return switch (outcome) {
      case SignInOutcome.SignedIn(String token) -> {
        DeskGate.give(response, token);
        sessions.notePlace(token, addresses.of(request) + " " + browser(request));
        yield "redirect:/desk";
      }
      case SignInOutcome.Wrong() -> trouble(page, model, "signin.wrong");
      case SignInOutcome.Wait(var until) -> {
        model.addAttribute("until", OfficeTime.minute(until.plusSeconds(59)));
        yield trouble(page, model, "signin.wait");
      }
      case SignInOutcome.Busy() -> {
        tooMany(response, MOMENT);
        yield trouble(page, model, "signin.busy");
      }
      case SignInOutcome.BadPassword(PasswordRule rule) ->
          trouble(page, model, "signin.rule." + rule);
    };
  }

  /** As the list of one's own sessions shows it. */
  private static String browser(HttpServletRequest request) {
    String said = Objects.requireNonNullElse(request.getHeader("User-Agent"), "");
    return Stream.of("Edg", "Firefox", "Chrome", "Safari")
        .filter(name -> said.contains(name + "/"))
        .findFirst()
        .map(name -> name.equals("Edg") ? "Edge" : name)
        .orElse("");
  }

  private static String trouble(String page, Model model, String key) {
    model.addAttribute("trouble", key);
    return page;
  }
}
