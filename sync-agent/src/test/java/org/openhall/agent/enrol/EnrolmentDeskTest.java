package org.openhall.agent.enrol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.agent.identity.SecureServer;
import org.openhall.agent.identity.TestAuthority;
import org.openhall.agent.sync.TestOffice;
import org.openhall.link.EnrolmentRefusal;
import org.openhall.link.EnrolmentToken;
import org.openhall.link.message.AgentMessage;
import org.openhall.link.message.AgentMessage.EnrolJoined;
import org.openhall.link.message.AgentMessage.EnrolLooked;
import org.openhall.link.message.AgentMessage.EnrolMet;
import org.openhall.link.message.AgentMessage.EnrolTrouble;
import org.openhall.link.message.EnrolmentCheck;
import org.openhall.link.message.EnrolmentCheck.Item;
import org.openhall.link.message.EnrolmentCheck.State;
import org.openhall.link.message.KioskMessage.Enrol;
import org.openhall.link.message.KioskMessage.Step;
import org.openhall.repository.client.HttpRoute;
import org.openhall.repository.metadata.RepositoryException;

/** What a screen asks of the agent of a terminal that is nobody's, and offices of all kinds. */
class EnrolmentDeskTest {
  private @TempDir Path dir;
  private Path data;
  private SecureServer server;
  private TestTrust trust;
  private EnrolmentToken token;
  private SecureServer.Script answer;

  @BeforeEach
  void start() throws IOException, RepositoryException {
    data = dir.resolve("terminal");
    trust = TestTrust.of(new TestOffice(dir.resolve("office")).root());
    token = EnrolmentToken.issue(new Random(1), trust.anchors());
    answer =
        asked ->
            new SecureServer.Reply(
                200, trust.reply(TestTrust.requestIn(asked.body()), "city").toJson());
    server =
        new SecureServer(
            trust
                .authority()
                .server("127.0.0.1", Instant.now().minusSeconds(9), Duration.ofDays(1)));
    server.answer(asked ->
        asked.path().equals("/api/trust")
            ? new SecureServer.Reply(200, trust.anchors().toJson())
            : answer.answer(asked));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private AgentMessage ask(Step step, String office, String code, Duration clock) {
    return new EnrolmentDesk(data, HttpRoute::direct, Clock.offset(Clock.systemUTC(), clock))
        .answer(new Enrol(step, office, code));
  }

  private AgentMessage ask(Step step, String code) {
    return ask(step, server.address().toString(), code, Duration.ZERO);
  }

  private static Map<Item, State> states(AgentMessage said) {
    return assertInstanceOf(EnrolLooked.class, said).checks().stream()
        .filter(check -> check.item() == Item.LINE || check.item() == Item.CLOCK)
        .collect(Collectors.toMap(EnrolmentCheck::item, EnrolmentCheck::state));
  }

  private long askedToJoin() {
    return server.asked().stream().filter(asked -> asked.path().equals("/api/enrol")).count();
  }

  @Test
  void looksAtLineAndClockOnceTheOfficeIsKnown() {
    assertEquals(
        Map.of(Item.LINE, State.OPEN, Item.CLOCK, State.OPEN),
        states(ask(Step.LOOK, "", "", Duration.ZERO)));
    String office = server.address().toString();
    assertEquals(
        Map.of(Item.LINE, State.WELL, Item.CLOCK, State.WELL),
        states(ask(Step.LOOK, office, "", Duration.ZERO)));
    AgentMessage late = ask(Step.LOOK, office, "", Duration.ofHours(-26));
    assertEquals(Map.of(Item.LINE, State.WELL, Item.CLOCK, State.WRONG), states(late));
    String words = ((EnrolLooked) late).checks().getLast().words().en();
    assertTrue(words.contains("26:00 (hours:minutes) slow"), words);
    assertEquals(
        Map.of(Item.LINE, State.WRONG, Item.CLOCK, State.OPEN),
        states(ask(Step.LOOK, "https://127.0.0.1:1", "", Duration.ZERO)));
    assertEquals(0, askedToJoin());
  }

  @Test
  void meetsWithoutTellingTheTokenAndJoinsWithTheKeyThatItShowed() {
    EnrolMet met = assertInstanceOf(EnrolMet.class, ask(Step.MEET, token.text()));
    assertEquals(trust.anchors().fingerprint().grouped(), met.trust());
    assertTrue(server.asked().stream().noneMatch(a -> a.body().contains(token.secret())));
    EnrolJoined joined = assertInstanceOf(EnrolJoined.class, ask(Step.JOIN, token.text()));
    assertEquals(met.key(), joined.key());
    assertEquals("t-1", joined.terminalId());
    assertTrue(assertInstanceOf(EnrolLooked.class, ask(Step.LOOK, "")).isEnrolled());
    assertFalse(Files.exists(data.resolve("identity/pending.json")));
  }

  /** Whoever stands at a terminal that has joined cannot have it join another office. */
  @Test
  void aTerminalThatHasJoinedIsNotMovedFromTheScreen() {
    ask(Step.JOIN, token.text());
    for (Step step : Step.values()) {
      assertTrue(assertInstanceOf(EnrolLooked.class, ask(step, token.text())).isEnrolled());
    }
    assertEquals(1, askedToJoin());
  }

  @Test
  void goesOnWithTheSameKeyAndTokenAfterItWasBrokenOff() throws IOException {
    SecureServer.Script good = answer;
    answer =
        _ -> new SecureServer.Reply(0, new byte[0]); // the office has heard it; the line is cut
    EnrolTrouble cut = assertInstanceOf(EnrolTrouble.class, ask(Step.JOIN, token.text()));
    assertTrue(cut.isForAgain());
    assertTrue(Files.exists(data.resolve("identity/pending.json")));
    answer = good;
    AgentMessage after =
        ask(Step.LOOK, "", "", Duration.ZERO); // another process would read as much
    assertEquals(
        server.address().toString().replaceAll("/$", ""),
        assertInstanceOf(EnrolLooked.class, after).brokenOff());
    assertInstanceOf(EnrolJoined.class, ask(Step.JOIN, "", "", Duration.ZERO));
    Set<PublicKey> keys = new HashSet<>();
    for (SecureServer.Asked asked : server.asked()) {
      if (asked.path().equals("/api/enrol")) {
        keys.add(TestAuthority.keyOf(TestTrust.requestIn(asked.body())));
      }
    }
    assertEquals(1, keys.size(), "one key, however often it asked");
  }

  @Test
  void aRefusalIsNotTriedAgainAndNothingStays() {
    answer =
        _ ->
            new SecureServer.Reply(
                410, new EnrolmentRefusal(EnrolmentRefusal.Reason.CANCELLED_TOKEN).toJson());
    EnrolTrouble refused = assertInstanceOf(EnrolTrouble.class, ask(Step.JOIN, token.text()));
    assertFalse(refused.isForAgain());
    assertTrue(refused.words().zh().contains("作废"), refused.words().zh());
    assertFalse(Files.exists(data.resolve("identity/pending.json")));
    assertFalse(Files.exists(data.resolve("terminal.json")));
  }

  @Test
  void anotherOfficesTokenIsNotShownToThisOne() throws IOException, RepositoryException {
    TestTrust other = TestTrust.of(new TestOffice(dir.resolve("other")).root());
    String foreign = EnrolmentToken.issue(new Random(2), other.anchors()).text();
    EnrolTrouble met = assertInstanceOf(EnrolTrouble.class, ask(Step.MEET, foreign));
    assertTrue(met.words().en().contains("not the one of the token"), met.words().en());
    assertInstanceOf(EnrolTrouble.class, ask(Step.JOIN, foreign));
    assertEquals(0, askedToJoin());
  }
}
