package org.openhall.office.desk;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Set;
import java.util.TreeSet;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.openhall.office.audit.AuditLog;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.database.TestDatabase;
import org.openhall.office.people.DeskSession;
import org.openhall.office.people.People;
import org.openhall.office.people.PeopleOutcome;
import org.openhall.office.people.Role;
import org.openhall.office.people.Sessions;
import org.openhall.office.people.SignIn;
import org.openhall.office.people.SignInOutcome;
import org.openhall.office.people.Totp;
import org.openhall.office.text.OfficeTime;
import org.openhall.office.web.OfficeParts;
import org.openhall.office.web.TestServer;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.SigningKey;
import org.openhall.repository.storage.Storage;

/** A running office with the sample published, and people who sign in at its desk. */
public final class DeskOffice implements AutoCloseable {
  /** The password of everybody. */
  public static final String PASSWORD = "correct horse battery 马";

  private final TestServer server;
  private final HttpClient http;
  private final AuditLog log;
  private final People people;
  private final Sessions sessions;
  private final SignIn signIn;
  private final Clock clock = OfficeTime.clock();

  private DeskOffice(TestServer server) throws IOException, GeneralSecurityException {
    this.server = server;
    this.http = trusting();
    this.log = new AuditLog(server.database(), clock);
    this.people = new People(server.database(), log, clock);
    this.sessions = new Sessions(server.database(), people, clock);
    this.signIn = new SignIn(server.database(), sessions, log, clock);
  }

  /** Starts one in an empty folder, on SQLite. */
  public static DeskOffice start(Path folder)
      throws IOException, SQLException, RepositoryException, GeneralSecurityException {
    return start(TestDatabase.SQLITE, folder);
  }

  /** Starts one in an empty folder. */
  public static DeskOffice start(TestDatabase kind, Path folder)
      throws IOException, SQLException, RepositoryException, GeneralSecurityException {
    return new DeskOffice(TestServer.start(kind, folder));
  }

  /** Starts one whose repository is written by this storage. */
  public static DeskOffice start(Path folder, Storage storage)
      throws IOException, SQLException, RepositoryException, GeneralSecurityException {
    return new DeskOffice(TestServer.start(TestDatabase.SQLITE, folder, storage));
  }

  private HttpClient trusting() throws IOException, GeneralSecurityException {
    KeyStore anchors = KeyStore.getInstance(KeyStore.getDefaultType());
    anchors.load(null, null);
    anchors.setCertificateEntry("office", parts().authority().certificate());
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(anchors);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).sslContext(context).build();
  }

  /** What the server serves. */
  public OfficeParts parts() {
    return server.parts();
  }

  /** Its database. */
  public OfficeDatabase database() {
    return server.database();
  }

  /** The key of the emergency role. */
  public SigningKey duty() {
    return server.duty();
  }

  public AuditLog log() {
    return log;
  }

  public People people() {
    return people;
  }

  public Sessions sessions() {
    return sessions;
  }

  public SignIn signIn() {
    return signIn;
  }

  /** Where the desk is, without a slash at the end. */
  public URI address() {
    return URI.create("https://127.0.0.1:" + server.server().tlsPort());
  }

  /** The port without TLS. */
  public int plainPort() {
    return server.server().port();
  }

  /** Nobody, who may look at the sign-in page. */
  public DeskClient nobody() {
    return new DeskClient(http, address(), "", "");
  }

  /** Somebody who has these roles and is signed in; of the same roles, the same person. */
  public DeskClient as(Role... roles) throws SQLException {
    return client(signedIn(id(roles), roles));
  }

  /** A second person with these roles, as reviews need. */
  public DeskClient other(String id, Role... roles) throws SQLException {
    return client(signedIn(id, roles));
  }

  /** Whoever holds a session. */
  public DeskClient client(String token) {
    DeskSession session = sessions.find(token).orElseThrow();
    return new DeskClient(http, address(), token, session.csrf());
  }

  private static String id(Role... roles) {
    StringBuilder id = new StringBuilder("p");
    for (Role role : new TreeSet<>(Set.of(roles))) {
      id.append('.').append(role.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    }
    return id.length() <= 32 ? id.toString() : id.substring(0, 32);
  }

  /** The token of a new session, by the true way of a first sign-in. */
  public String signedIn(String id, Role... roles) throws SQLException {
    people.add(id, "测试 " + id, "command");
    people.grant(id, Set.of(roles), "command");
    return finish(id).token();
  }

  /** Somebody's token, and the secret of their codes. */
  public record Known(String token, String secret) {
    /** The code that the telephone shows now. */
    public String code() {
      return Totp.code(secret, OfficeTime.clock().instant());
    }
  }

  /** The token of a first sign-in that is not finished. */
  public String first(String id, Role... roles) throws SQLException {
    people.add(id, "测试 " + id, "command");
    people.grant(id, Set.of(roles), "command");
    return begin(id);
  }

  private String begin(String id) throws SQLException {
    String code = assertInstanceOf(PeopleOutcome.Code.class, people.giveCode(id, "command")).code();
    return assertInstanceOf(SignInOutcome.SignedIn.class, signIn.first(id, code)).token();
  }

  /** Walks through a first sign-in of somebody who is there. */
  public Known finish(String id) throws SQLException {
    DeskSession session = sessions.find(begin(id)).orElseThrow();
    String secret = java.util.Objects.requireNonNull(session.offeredSecret());
    SignInOutcome done = signIn.finish(session, PASSWORD, Totp.code(secret, clock.instant()));
    return new Known(assertInstanceOf(SignInOutcome.SignedIn.class, done).token(), secret);
  }

  @Override
  public void close() {
    http.close();
    server.close();
  }
}
