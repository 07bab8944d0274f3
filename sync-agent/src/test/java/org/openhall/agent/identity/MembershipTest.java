package org.openhall.agent.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.link.Base64Bytes;
import org.openhall.link.CertificateExchange;
import org.openhall.link.Json;
import org.openhall.link.TerminalIdentity;
import org.openhall.link.TerminalRefusal;
import org.openhall.link.credential.Certificates;
import org.openhall.link.credential.Credential;
import org.openhall.link.credential.KeyPairs;
import org.openhall.link.status.AgentStatus;
import org.openhall.repository.storage.Storage;

/** Renewal and report over mutual TLS, with the power cut at every step. */
class MembershipTest {
  private static final Duration LIFE = Duration.ofDays(90);
  private static final AgentStatus STATUS =
      new AgentStatus(
          3, null, null, AgentStatus.Outcome.UP_TO_DATE, null, null, null, null, null, null);

  private @TempDir Path data;
  private final Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private final Map<PublicKey, byte[]> issued = new HashMap<>();
  private TestAuthority authority;
  private SecureServer office;
  private Credential first;

  @BeforeEach
  void join() throws IOException {
    authority = new TestAuthority();
    office =
        new SecureServer(authority.server("127.0.0.1", start.minus(LIFE), LIFE.multipliedBy(9)));
    office.answer(this::answer);
    first = authority.terminal("t-1", start, LIFE);
    folder(Storage.durable()).adopt(first);
  }

  @AfterEach
  void close() {
    office.close();
  }

  /** As the office does: a certificate for a new key, and the same again for the same key. */
  private SecureServer.Reply answer(SecureServer.Asked asked) throws IOException {
    if (!asked.path().equals("/api/terminal/certificate")) {
      return new SecureServer.Reply(204, new byte[0]);
    }
    var request =
        CertificateExchange.fromJson(asked.body().getBytes(StandardCharsets.UTF_8)).orElseThrow();
    PublicKey key = TestAuthority.keyOf(request.der().bytes());
    if (!issued.containsKey(key)) {
      issued.put(key, Certificates.encode(authority.terminal("t-1", key, start.plus(LIFE), LIFE)));
    }
    return good(issued.get(key));
  }

  private static SecureServer.Reply good(byte[] certificate) {
    return new SecureServer.Reply(
        200, new CertificateExchange(Base64Bytes.of(certificate)).toJson());
  }

  private IdentityFolder folder(Storage storage) {
    return new IdentityFolder(data, storage);
  }

  private Membership at(Duration since, Storage storage) throws IOException {
    return at(Clock.fixed(start.plus(since), ZoneOffset.UTC), storage);
  }

  private Membership at(Clock clock, Storage storage) throws IOException {
    var identity = new TerminalIdentity("t-1", office.address(), List.of("city"), start);
    return Membership.of(identity, folder(storage), clock).orElseThrow();
  }

  private Membership due() throws IOException {
    return at(Duration.ofDays(60), Storage.durable());
  }

  private Credential onDisk() throws IOException {
    return folder(Storage.durable()).current().orElseThrow();
  }

  @Test
  void keysAreForTheAgentAlone() throws IOException {
    due().renewInTime();
    folder(Storage.durable()).nextKey();
    for (String file : List.of("identity/current.pem", "identity/next.pem")) {
      assertEquals(
          PosixFilePermissions.fromString("rw-------"),
          Files.getPosixFilePermissions(data.resolve(file)),
          file);
    }
    assertEquals(
        PosixFilePermissions.fromString("rwx------"),
        Files.getPosixFilePermissions(data.resolve("identity")));
  }

  @Test
  void reportsUnderItsCertificate() throws IOException {
    assertEquals(new OfficeWord.Well(), at(Duration.ZERO, Storage.durable()).report(STATUS));
    SecureServer.Asked asked = office.asked().getFirst();
    assertEquals("/api/terminal/status", asked.path());
    assertEquals("CN=t-1", asked.by());
    assertEquals(
        Optional.of(STATUS),
        Json.read(asked.body().getBytes(StandardCharsets.UTF_8), AgentStatus.class));
  }

  @Test
  void renewsAtTwoThirdsOfItsLifeAndNotBefore() throws IOException {
    Membership early = at(Duration.ofDays(60).minusSeconds(1), Storage.durable());
    assertEquals(new OfficeWord.Well(), early.renewInTime());
    assertEquals(List.of(), office.asked());
    assertEquals(new OfficeWord.Well(), due().renewInTime());
    assertEquals(start.plus(LIFE.multipliedBy(2)), onDisk().until());
    assertNotEquals(first.certificate().getPublicKey(), onDisk().certificate().getPublicKey());
    assertFalse(Files.exists(data.resolve("identity/next.pem")));
  }

  @Test
  void aRunningAgentShowsTheNewCertificateFromThenOn() throws IOException {
    Membership running = due();
    running.renewInTime();
    assertEquals(start.plus(LIFE.multipliedBy(2)), running.credential().orElseThrow().until());
    assertEquals(new OfficeWord.Well(), running.renewInTime());
    assertEquals(1, office.asked().size());
  }

  @Test
  void theOldPairStaysInUseWhateverTheOfficeAnswers() throws IOException {
    byte[] stranger =
        Certificates.encode(new TestAuthority().terminal("t-1", start, LIFE).certificate());
    List<SecureServer.Reply> wrong =
        List.of(
            new SecureServer.Reply(500, new byte[0]),
            new SecureServer.Reply(200, "<html>".getBytes(StandardCharsets.UTF_8)),
            good(stranger),
            good(Certificates.encode(first.certificate())),
            new SecureServer.Reply(0, new byte[0]));
    for (SecureServer.Reply reply : wrong) {
      office.answer(_ -> reply);
      assertInstanceOf(OfficeWord.Troubled.class, due().renewInTime());
      assertEquals(first, onDisk());
    }
  }

  @Test
  void anAnswerThatWasLostIsAskedForAgainWithTheSameKey() throws IOException {
    office.answer(asked -> {
      answer(asked);
      return new SecureServer.Reply(0, new byte[0]);
    });
    assertInstanceOf(OfficeWord.Troubled.class, due().renewInTime());
    office.answer(this::answer);
    assertEquals(new OfficeWord.Well(), due().renewInTime());
    assertEquals(1, issued.size());
  }

  @Test
  void whatTheOfficeSaysOfTheTimeIsHeldAgainstTheTerminalsClock() throws IOException {
    Membership right = at(Clock.systemUTC(), Storage.durable());
    assertEquals(Optional.empty(), right.clockAhead());
    right.report(STATUS);
    assertTrue(right.clockAhead().orElseThrow().abs().compareTo(Duration.ofMinutes(10)) < 0);
    Membership ahead = at(Clock.offset(Clock.systemUTC(), Duration.ofDays(30)), Storage.durable());
    ahead.report(STATUS);
    assertEquals(30, ahead.clockAhead().orElseThrow().plusHours(1).toDays());
  }

  @Test
  void beingLockedOutIsSaid() throws IOException {
    for (var reason : TerminalRefusal.Reason.values()) {
      byte[] refusal = new TerminalRefusal(reason).toJson();
      office.answer(_ -> new SecureServer.Reply(403, refusal));
      OfficeWord word = at(Duration.ZERO, Storage.durable()).report(STATUS);
      boolean out =
          reason == TerminalRefusal.Reason.REVOKED
              || reason == TerminalRefusal.Reason.UNKNOWN_CERTIFICATE;
      assertEquals(out, word instanceof OfficeWord.LockedOut, reason.toString());
      assertFalse(word instanceof OfficeWord.Well);
    }
  }

  @Test
  void anOfficeThatAsksToWaitIsAskedNothingUntilThen() throws IOException {
    for (int status : List.of(503, 429)) {
      int before = office.asked().size();
      office.answer(_ -> new SecureServer.Reply(status, new byte[0], Map.of("Retry-After", "600")));
      Membership running = due();
      assertEquals(Duration.ZERO, running.waitAsked());
      assertInstanceOf(OfficeWord.Troubled.class, running.report(STATUS));
      office.answer(this::answer);
      OfficeWord.Troubled word =
          assertInstanceOf(OfficeWord.Troubled.class, running.report(STATUS));
      assertTrue(word.words().toString().contains("asked to wait"), word::toString);
      assertInstanceOf(OfficeWord.Troubled.class, running.renewInTime());
      assertEquals(before + 1, office.asked().size(), "asked while it wanted to be left alone");
      assertTrue(running.waitAsked().isPositive());
      assertTrue(running.waitAsked().compareTo(Duration.ofMinutes(10)) <= 0);
    }
  }

  @Test
  void otherAnswersAskForNoWait() throws IOException {
    office.answer(_ -> new SecureServer.Reply(500, new byte[0], Map.of("Retry-After", "600")));
    Membership running = due();
    running.report(STATUS);
    assertEquals(Duration.ZERO, running.waitAsked());
    office.answer(this::answer);
    assertEquals(new OfficeWord.Well(), running.report(STATUS));
  }

  @Test
  void withoutALineItIsTheSameTerminalAndAsksNothing() throws IOException {
    Membership member = due().withoutLine();
    assertEquals(new OfficeWord.Well(), member.report(STATUS));
    assertEquals(new OfficeWord.Well(), member.renewInTime());
    assertEquals(List.of(), office.asked());
    assertEquals(Optional.empty(), member.line());
    assertEquals(first.until(), member.credential().orElseThrow().until());
  }

  /** Half of a write, or before a rename: 4 steps, next.pem and current.pem. */
  @Test
  void aPowerCutAtAnyStepLeavesAUsablePairAndTheNextRunRenews() throws IOException {
    int cuts = 0;
    for (int step = 0; ; step++) {
      folder(Storage.durable()).adopt(first);
      folder(Storage.durable()).forgetNext();
      CutStorage disk = new CutStorage(step);
      OfficeWord word = at(Duration.ofDays(60), disk).renewInTime();
      Credential left = onDisk();
      assertTrue(
          left.equals(first) || issued.containsKey(left.certificate().getPublicKey()), "step");
      assertEquals(new OfficeWord.Well(), at(Duration.ZERO, Storage.durable()).report(STATUS));
      assertEquals(new OfficeWord.Well(), due().renewInTime());
      assertNotEquals(first, onDisk());
      if (word instanceof OfficeWord.Well) {
        break;
      }
      cuts++;
    }
    assertEquals(4, cuts);
  }

  /** After the pair was put into use, before its request was ended. */
  @Test
  void aKeyThatIsInUseIsNotAskedWithAgain() throws IOException {
    due().renewInTime();
    Credential second = onDisk();
    Files.write(
        data.resolve("identity/next.pem"),
        KeyPairs.toPem(new KeyPair(second.certificate().getPublicKey(), second.key())));
    at(Duration.ofDays(150), Storage.durable()).renewInTime();
    assertNotEquals(second.certificate().getPublicKey(), onDisk().certificate().getPublicKey());
  }

  @Test
  void aDamagedKeyIsNoMembership() throws IOException {
    Files.writeString(data.resolve("identity/current.pem"), "-----BEGIN");
    var identity = new TerminalIdentity("t-1", office.address(), List.of("city"), start);
    assertEquals(Optional.empty(), Membership.of(data, identity, Clock.systemUTC()));
  }

  /** The real disk, with the power cut at a step: half of a write, or before a rename. */
  private static final class CutStorage implements Storage {
    private int stepsLeft;

    CutStorage(int stepsLeft) {
      this.stepsLeft = stepsLeft;
    }

    private boolean isCut() throws IOException {
      if (stepsLeft < 0) {
        throw new IOException("no power");
      }
      return stepsLeft-- == 0;
    }

    @Override
    public OutputStream append(Path file) throws IOException {
      boolean cut = isCut();
      return new FilterOutputStream(Storage.durable().append(file)) {
        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
          out.write(bytes, offset, cut ? length / 2 : length);
          if (cut) {
            throw new IOException("no power");
          }
        }
      };
    }

    @Override
    public void move(Path from, Path to) throws IOException {
      if (isCut()) {
        throw new IOException("no power");
      }
      Storage.durable().move(from, to);
    }
  }
}
