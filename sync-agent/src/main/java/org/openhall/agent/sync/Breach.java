package org.openhall.agent.sync;

import org.jspecify.annotations.Nullable;
import org.openhall.link.status.Refusal.Rule;
import org.openhall.repository.metadata.RepositoryException;

/**
 * Which rule what was offered broke; see {@link org.openhall.link.status.Refusal}.
 *
 * @param file the role or file that broke it
 * @param clause the step of the client workflow of The Update Framework 1.0, or a decision's number
 * @param offered the version, number or byte that was met, or null where there is none
 */
public record Breach(String file, Rule rule, String clause, @Nullable String offered) {
  private static final String FORMATS = "TUF 4";

  /** What a release breaks beyond the framework's own rules. */
  static Breach of(String file, Rule rule) {
    return new Breach(file, rule, "", null);
  }

  /** The same, and what was met. */
  Breach met(Object what) {
    return new Breach(file, rule, clause, what.toString());
  }

  static Breach of(RepositoryException trouble) {
    String file = trouble.file();
    Role role = Role.of(file);
    return switch (trouble) {
      case RepositoryException.Expired e ->
          new Breach(file, Rule.EXPIRY, step(role.expiry), e.expires().toString());
      case RepositoryException.NotEnoughSignatures e ->
          new Breach(file, Rule.SIGNATURES, step(role.signatures), e.valid() + "/" + e.threshold());
      case RepositoryException.Malformed _ -> new Breach(file, Rule.FORM, FORMATS, null);
      case RepositoryException.Older e ->
          new Breach(file, Rule.ROLLBACK, step(role.rollback), Long.toString(e.offered()));
      case RepositoryException.WrongVersion e ->
          new Breach(file, Rule.VERSION, step(role.version), Long.toString(e.offered()));
      case RepositoryException.Mismatch e ->
          new Breach(file, Rule.BYTES, step(role.bytes), e.what() + " " + e.found());
    };
  }

  private static String step(String number) {
    return "TUF " + number;
  }

  /** The steps of the client workflow at which each role's metadata is judged. */
  private enum Role {
    ROOT("5.3.10", "5.3.4", "5.3.5", "5.3.5", "5.3.3"),
    TIMESTAMP("5.4.4", "5.4.2", "5.4.3.1", "5.4.3.1", "5.4.1"),
    SNAPSHOT("5.5.6", "5.5.3", "5.4.3.2", "5.5.4", "5.5.2"),
    /** The top-level role and those to which it leaves names (5.6.7.2). */
    TARGETS("5.6.5", "5.6.3", "5.5.5", "5.6.4", "5.6.2"),
    /** No metadata: a file that targets metadata describes. */
    FILE("5.7", "5.7", "5.7", "5.7", "5.7.3");

    private final String expiry;
    private final String signatures;
    private final String rollback;
    private final String version;
    private final String bytes;

    Role(String expiry, String signatures, String rollback, String version, String bytes) {
      this.expiry = expiry;
      this.signatures = signatures;
      this.rollback = rollback;
      this.version = version;
      this.bytes = bytes;
    }

    /**
     * By the name of the role, of its file, or of its file with a version before it.
     *
     * @param file as {@link RepositoryException#file} gives it
     */
    static Role of(String file) {
      String name = file.replaceFirst("^[0-9]+\\.", "").replaceFirst("\\.json$", "");
      if (file.contains("/") || file.equals("manifest.json")) {
        return FILE;
      }
      return switch (name) {
        case "root" -> ROOT;
        case "timestamp" -> TIMESTAMP;
        case "snapshot" -> SNAPSHOT;
        default -> TARGETS;
      };
    }
  }
}
