package org.openhall.office.desk.fleet;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openhall.link.EnrolmentCode;
import org.openhall.link.EnrolmentToken;
import org.openhall.link.TrustAnchors;
import org.openhall.link.credential.Certificates;
import org.openhall.office.authority.CertificateAuthority;
import org.openhall.office.authority.ServerNames;
import org.openhall.office.desk.Symbol;
import org.openhall.office.enrol.Enrolment;
import org.openhall.office.enrol.EnrolmentTokens;
import org.openhall.office.enrol.IssuedToken;
import org.openhall.office.people.Person;
import org.openhall.office.text.OfficeTime;
import org.openhall.repository.publisher.RepositoryPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Codes by which terminals join: made for a hall, shown once, followed until a terminal has used
 * them, taken back.
 */
@Controller
class CodePages {
  private static final String PAGE = "desk/fleet/codes";
  private static final int LONGEST_HALL = 100;

  private final EnrolmentTokens tokens;
  private final RepositoryPublisher repository;
  private final CertificateAuthority authority;
  private final ServerNames names;
  private final Clock clock;

  CodePages(
      EnrolmentTokens tokens,
      RepositoryPublisher repository,
      CertificateAuthority authority,
      ServerNames names,
      Clock clock) {
    this.tokens = tokens;
    this.repository = repository;
    this.authority = authority;
    this.names = names;
    this.clock = clock;
  }

  /** A code as a line; its times in the office's zone. */
  public record Line(IssuedToken token, String made, String until, IssuedToken.State state) {}

  /**
   * A code that was just made.
   *
   * @param groups of its text, the beginning aside
   */
  public record Issued(
      String hall, String address, List<String> groups, String until, Symbol symbol) {}

  @GetMapping("/desk/fleet/codes")
  String page(HttpServletRequest request, Model model) throws IOException {
    if (!model.containsAttribute("hall")) {
      model.addAttribute("hall", "");
      model.addAttribute("address", address(request).toString());
    }
    Instant now = clock.instant();
    model.addAttribute("trust", anchors().fingerprint().grouped());
    model.addAttribute("addresses", names.forOthers().stream().map(n -> at(n, request)).toList());
    model.addAttribute("hours", Enrolment.LIFE.toHours());
    model.addAttribute("now", OfficeTime.minute(now));
    model.addAttribute("codes", tokens.latest().stream().map(one -> line(one, now)).toList());
    return PAGE;
  }

  private static Line line(IssuedToken token, Instant now) {
    return new Line(
        token,
        OfficeTime.minute(token.issuedAt()),
        OfficeTime.minute(token.expiresAt()),
        token.state(now));
  }

  /** As the page was called, where terminals can call so too. */
  private URI address(HttpServletRequest request) {
    String asked = request.getServerName();
    boolean isKnown = names.has(asked) && names.forOthers().contains(asked);
    return isKnown ? at(asked, request.getServerPort()) : at(names.forOthers().getFirst(), request);
  }

  private static URI at(String name, HttpServletRequest request) {
    return at(name, request.getLocalPort());
  }

  private static URI at(String name, int port) {
    String host = name.contains(":") && !name.startsWith("[") ? "[" + name + "]" : name;
    return URI.create("https://" + host + ":" + port);
  }

  private TrustAnchors anchors() throws IOException {
    return TrustAnchors.of(repository.root(), Certificates.encode(authority.certificate()));
  }

  @PostMapping("/desk/fleet/codes")
  String make(
      @RequestParam String hall,
      @RequestParam String address,
      Person person,
      HttpServletRequest request,
      Model model)
      throws IOException, SQLException {
    Optional<URI> office =
        EnrolmentCode.office(address).filter(given -> names.has(given.getHost()));
    boolean hasHall = !hall.isBlank() && hall.strip().length() <= LONGEST_HALL;
    if (office.isPresent() && hasHall) {
      EnrolmentToken token = tokens.issue(anchors(), hall.strip(), person.id());
      model.addAttribute("issued", issued(hall.strip(), new EnrolmentCode(office.get(), token)));
    } else {
      model.addAttribute("hall", hall);
      model.addAttribute("address", address);
      model.addAttribute(hasHall ? "wrongAddress" : "wrongHall", true);
    }
    return page(request, model);
  }

  private Issued issued(String hall, EnrolmentCode code) {
    return new Issued(
        hall,
        code.office().toString(),
        List.of(code.token().text().split("-", -1)),
        OfficeTime.minute(clock.instant().plus(Enrolment.LIFE)),
        Symbol.of(code.text()));
  }

  @PostMapping("/desk/fleet/codes/{hash}/cancel")
  String cancel(@PathVariable String hash, Person person, HttpServletRequest request, Model model)
      throws IOException, SQLException {
    model.addAttribute(tokens.cancel(hash, person.id()) ? "cancelled" : "over", true);
    return page(request, model);
  }
}
