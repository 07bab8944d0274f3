package org.openhall.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.demo.hall.HallException;
import org.openhall.link.EnrolmentCode;
import org.openhall.link.EnrolmentToken;
import org.openhall.link.MalformedTokenException;
import org.openhall.link.TerminalIdentity;
import org.openhall.link.TrustAnchors;
import org.openhall.office.audit.AuditLog;
import org.openhall.office.enrol.EnrolmentTokens;
import org.openhall.office.enrol.IssuedToken;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.simulator.Simulator;
import org.openhall.simulator.control.ControlClient;

/**
 * A terminal that is nobody's, as a technician finds it: a real kiosk on the display with a finger
 * on its glass and a scanner on its port, a real agent, a wire that breaks, and a real office.
 */
class EnrolScreenTest {
  private static final Rectangle WINDOW = new Rectangle(0, 0, 1080, 1920);
  private static final Path PICTURES = Path.of("target", "pictures");

  private @TempDir Path dir;
  private Path data;
  private Path devices;
  private RealOffice office;
  private Wire wire;
  private Simulator simulator;
  private JavaProcess agent;
  private JavaProcess kiosk;
  private Display display;
  private Glass window;

  @BeforeEach
  void begin()
      throws IOException, SQLException, RepositoryException, HallException, InterruptedException {
    office = new RealOffice(dir.resolve("office"));
    wire = new Wire();
    data = Files.createDirectory(dir.resolve("t"));
    devices = Files.createDirectory(dir.resolve("d"));
    simulator = Simulator.start(devices, 0, 576);
    Files.writeString(
        data.resolve("terminal.properties"),
        "scanner=scanner:serial:%s@9600\nscanner.suffix=CR\n"
            .formatted(devices.resolve("scanner")));
    Files.createDirectories(PICTURES);
    display = Display.start();
    window = new Glass(display, WINDOW, dir.resolve("w"));
    powerOn("zh-CN");
  }

  private void powerOn(String language) throws IOException {
    Files.deleteIfExists(dir.resolve("w"));
    agent = JavaProcess.agent(data);
    kiosk =
        JavaProcess.start(
            dir.resolve("logs"),
            display.env(),
            SeenKiosk.class.getName(),
            dir.resolve("w").toString(),
            "--data",
            data.toString(),
            "--window",
            "1080x1920+0+0",
            "--lang",
            language);
  }

  @AfterEach
  void end() throws IOException {
    window.close();
    display.close();
    kiosk.close();
    agent.close();
    simulator.close();
    wire.close();
    office.close();
  }

  private URI overTheWire() throws IOException {
    return URI.create("https://127.0.0.1:" + wire.port());
  }

  private EnrolmentTokens tokens(Duration ago) {
    Clock clock = Clock.offset(Clock.systemUTC(), ago.negated());
    return new EnrolmentTokens(
        office.parts().database(),
        new SecureRandom(),
        new AuditLog(office.parts().database(), clock),
        clock);
  }

  private EnrolmentToken token(Duration ago) throws IOException, SQLException {
    return tokens(ago).issue(office.parts().anchors(), "一楼", "zhao.wei");
  }

  private void scan(EnrolmentToken token) throws IOException {
    scan(new EnrolmentCode(overTheWire(), token).text());
  }

  private void scan(String text) throws IOException {
    ControlClient.send(devices, "scan " + text);
  }

  private void picture(String name) {
    window.picture(PICTURES.resolve(name + ".png"));
  }

  private void see(String... words) {
    assertEquals("[]", window.missing(words), this::said);
  }

  private String said() {
    try {
      return agent.output() + kiosk.output();
    } catch (IOException e) {
      return e.toString();
    }
  }

  private void begins() throws IOException, InterruptedException, HallException {
    kiosk.await("the first page", () -> window.shows("本终端尚未登记"));
    window.press("enrol-begin");
  }

  private void readyForACode() throws IOException, InterruptedException, HallException {
    begins();
    window.await("check-DISK-WELL");
    picture("enrol-checks");
    window.press("enrol-next");
    window.await("enrol-address");
  }

  private void compareAndJoin() throws IOException {
    window.await("enrol-same");
    for (String group : office.parts().anchors().fingerprint().grouped().split("-", -1)) {
      see(group);
    }
    window.press("enrol-same");
  }

  @Test
  void fromNothingToTheFirstContentThroughAllThatGoesWrong()
      throws IOException,
          InterruptedException,
          HallException,
          SQLException,
          MalformedTokenException {
    readyForACode();
    picture("enrol-address");
    scan("6901234567892");
    see("扫到的不是登记码");

    EnrolmentToken foreign =
        EnrolmentToken.issue(
            new SecureRandom(),
            TrustAnchors.of("{}".getBytes(StandardCharsets.UTF_8), new byte[9]));
    wire.to(office.address().getPort());
    scan(foreign);
    see("信任指纹与登记码不符");
    picture("enrol-foreign");
    window.press("enrol-anew");

    wire.to(1); // nobody is there
    window.await("enrol-address");
    scan(token(Duration.ofHours(25)));
    window.await("check-LINE-WRONG");
    picture("enrol-no-line");
    wire.to(office.address().getPort()); // and now it goes on by itself
    compareAndJoin();
    see("登记码已过期");
    picture("enrol-expired");
    window.press("enrol-anew");
    window.await("enrol-address");

    scan(token(Duration.ZERO));
    window.await("enrol-same");
    picture("enrol-compare");
    wire.at((up, isDown) -> isDown && up > 1_700, this::powerCut);
    window.press("enrol-same");
    agent.await("the power is cut", wire::hasHappened);
    agentEnds();
    powerOn("zh-CN");
    begins();
    see("上次登记没有完成");
    picture("enrol-broken-off");
    window.press("enrol-go-on");
    window.await("enrol-finish");
    picture("enrol-done");

    IssuedToken.Use used =
        tokens(Duration.ZERO).latest().stream()
            .flatMap(one -> Optional.ofNullable(one.use()).stream())
            .findFirst()
            .orElseThrow();
    String terminal = TerminalIdentity.read(data).orElseThrow().terminalId();
    assertEquals(terminal, used.terminalId());
    see(used.key().grouped().split("-", -1));
    assertEquals(1, office.terminals().all().size(), "it joined once, whatever was cut off");
    window.press("enrol-finish");
    assertEquals(0, kiosk.ended());
    agent.await("the first content", () -> Files.exists(data.resolve("content/current")));
    kiosk.close();
    agent.close();
    powerOn("zh-CN");
    kiosk.await("what citizens see", () -> window.shows("示例市"));
    assertTrue(!window.shows("登记"));
    picture("enrol-after");
  }

  private void powerCut() {
    agent.kill();
    kiosk.kill();
  }

  private void agentEnds() throws InterruptedException {
    int how = agent.ended();
    assertTrue(how > 128, () -> how + said());
    kiosk.close();
  }
}
