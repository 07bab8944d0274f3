package org.openhall.office.desk.release;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import org.openhall.office.people.Person;
import org.openhall.office.people.Role;
import org.openhall.office.publish.Waiting;
import org.openhall.repository.client.FourEyes;
import org.openhall.repository.metadata.RepositoryException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** {@code /desk/releases/waiting}: what a browser computes a signature from, and the signature. */
@RestController
@RequestMapping("/desk/releases/waiting")
final class WaitingFiles {
  private static final int LONGEST_STATEMENT = 16 * 1024;

  private final ReleaseRoom room;

  WaitingFiles(ReleaseRoom room) {
    this.room = room;
  }

  @GetMapping("/manifest")
  ResponseEntity<byte[]> manifest() throws IOException, RepositoryException {
    return bytes(room.desk().waiting().map(Waiting::manifest));
  }

  /** Id and hash of each record of the release that is out. */
  @GetMapping("/before")
  ResponseEntity<StreamingResponseBody> before() throws IOException, RepositoryException {
    return stream((waiting, out) -> waiting.writeBefore(out));
  }

  @GetMapping("/removed")
  ResponseEntity<StreamingResponseBody> removed() throws IOException, RepositoryException {
    return stream((waiting, out) -> waiting.writeRemoved(out));
  }

  @GetMapping("/records")
  ResponseEntity<StreamingResponseBody> records() throws IOException, RepositoryException {
    return stream((waiting, out) -> waiting.writeRecords(out));
  }

  @GetMapping("/record")
  ResponseEntity<byte[]> record(@RequestParam String id) throws IOException, RepositoryException {
    Optional<Waiting> waiting = room.desk().waiting();
    return bytes(waiting.isEmpty() ? Optional.empty() : waiting.get().record(id));
  }

  /** A record as it is on the terminals now. */
  @GetMapping("/former")
  ResponseEntity<byte[]> former(@RequestParam String id) throws IOException, RepositoryException {
    Optional<Waiting> waiting = room.desk().waiting();
    return bytes(waiting.isEmpty() ? Optional.empty() : waiting.get().former(id));
  }

  /** The version that the role's next word has. */
  @GetMapping("/version/{role}")
  String version(@PathVariable String role) throws IOException {
    return Long.toString(room.desk().nextVersion(known(role)));
  }

  /** Takes what a browser signed; answers with the name of what came of it. */
  @PostMapping(path = "/statement/{role}", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  ResponseEntity<String> sign(Person person, @PathVariable String role, HttpServletRequest request)
      throws IOException, SQLException, RepositoryException {
    boolean may = person.hasAny(known(role).equals(FourEyes.EDITORS) ? Role.EDITOR : Role.REVIEWER);
    if (!may) {
      return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
    }
    byte[] statement = request.getInputStream().readNBytes(LONGEST_STATEMENT + 1);
    if (statement.length > LONGEST_STATEMENT) {
      return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
    }
    return ResponseEntity.ok(room.sign(person, known(role), statement).name());
  }

  /** Any other word is the editors' role, so that no name comes from outside. */
  private static String known(String role) {
    return role.equals(FourEyes.REVIEWERS) ? FourEyes.REVIEWERS : FourEyes.EDITORS;
  }

  private interface Writer {
    void write(Waiting waiting, java.io.OutputStream out) throws IOException, SQLException;
  }

  private ResponseEntity<StreamingResponseBody> stream(Writer writer)
      throws IOException, RepositoryException {
    Optional<Waiting> waiting = room.desk().waiting();
    if (waiting.isEmpty()) {
      return ResponseEntity.notFound().build();
    }
    return ResponseEntity.ok()
        .contentType(MediaType.TEXT_PLAIN)
        .body(out -> {
          try {
            writer.write(waiting.get(), out);
          } catch (SQLException e) {
            throw new IOException(e);
          }
        });
  }

  private static ResponseEntity<byte[]> bytes(Optional<byte[]> found) {
    return found
        .map(b -> ResponseEntity.ok().contentType(MediaType.APPLICATION_OCTET_STREAM).body(b))
        .orElse(ResponseEntity.notFound().build());
  }
}
