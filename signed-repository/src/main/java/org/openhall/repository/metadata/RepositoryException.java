package org.openhall.repository.metadata;

import java.time.Instant;

/**
 * What a repository offers is not to be believed, and why: one subclass for each rule that it
 * broke. The message is one sentence that names the file and what differs.
 */
public abstract sealed class RepositoryException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String file;

  private RepositoryException(String file, String message) {
    super(message);
    this.file = file;
  }

  /** The file or role that broke the rule, such as {@code timestamp} or {@code packs/….pack}. */
  public final String file() {
    return file;
  }

  /** Not readable as metadata of the specification's form. */
  public static final class Malformed extends RepositoryException {
    private static final long serialVersionUID = 1L;
    private final String what;

    public Malformed(String file, String what) {
      super(file, "%s is malformed: %s".formatted(file, what));
      this.what = what;
    }

    /** Field and fault. */
    public String what() {
      return what;
    }
  }

  /** Fewer valid signatures of different keys than the role's threshold. */
  public static final class NotEnoughSignatures extends RepositoryException {
    private static final long serialVersionUID = 1L;
    private final int valid;
    private final int threshold;

    public NotEnoughSignatures(String role, int valid, int threshold) {
      super(
          role,
          "%s carries %d valid signature(s), but %d are required"
              .formatted(role, valid, threshold));
      this.valid = valid;
      this.threshold = threshold;
    }

    public int valid() {
      return valid;
    }

    public int threshold() {
      return threshold;
    }
  }

  /** Past its expiry at the reference time of the run. */
  public static final class Expired extends RepositoryException {
    private static final long serialVersionUID = 1L;
    private final Instant expires;
    private final Instant referenceTime;

    public Expired(String role, Instant expires, Instant referenceTime) {
      super(role, "%s expired at %s (the clock says %s)".formatted(role, expires, referenceTime));
      this.expires = expires;
      this.referenceTime = referenceTime;
    }

    public Instant expires() {
      return expires;
    }

    /** What the own clock said; expiry may as well mean that it is wrong. */
    public Instant referenceTime() {
      return referenceTime;
    }
  }

  /** A version before the trusted one: a rollback. */
  public static final class Older extends RepositoryException {
    private static final long serialVersionUID = 1L;
    private final long offered;
    private final long trusted;

    public Older(String file, long offered, long trusted) {
      super(
          file,
          "%s has version %d, but version %d is trusted already".formatted(file, offered, trusted));
      this.offered = offered;
      this.trusted = trusted;
    }

    public long offered() {
      return offered;
    }

    public long trusted() {
      return trusted;
    }
  }

  /** Another version than the one that must come here. */
  public static final class WrongVersion extends RepositoryException {
    private static final long serialVersionUID = 1L;
    private final long offered;
    private final long promised;

    public WrongVersion(String file, long offered, long promised) {
      super(file, "%s has version %d, but must have %d".formatted(file, offered, promised));
      this.offered = offered;
      this.promised = promised;
    }

    public long offered() {
      return offered;
    }

    public long promised() {
      return promised;
    }
  }

  /** Bytes that are not those which the signed metadata promises: a length or a hash differs. */
  public static final class Mismatch extends RepositoryException {
    private static final long serialVersionUID = 1L;
    private final String what;
    private final String promised;
    private final String found;

    public Mismatch(String file, String what, Object promised, Object found) {
      super(
          file,
          "%s differs from what is signed: %s should be %s, is %s"
              .formatted(file, what, promised, found));
      this.what = what;
      this.promised = promised.toString();
      this.found = found.toString();
    }

    /** {@code length} or {@code SHA-256}. */
    public String what() {
      return what;
    }

    public String promised() {
      return promised;
    }

    public String found() {
      return found;
    }
  }
}
