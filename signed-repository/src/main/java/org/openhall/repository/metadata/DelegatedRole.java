package org.openhall.repository.metadata;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One delegated role (specification §4.5).
 *
 * @param name any text but a top-level role's; in file names it is {@linkplain #fileName encoded}
 * @param terminating whether later delegations are not asked for a name that this one covers
 * @param names which target names are left to it
 */
public record DelegatedRole(String name, RoleKeys signers, boolean terminating, Names names) {
  private static final int LONGEST_FILE_NAME = 200;

  /** A set of target names. */
  public sealed interface Names {
    /** Whether the set holds {@code target}. */
    boolean hold(String target);
  }

  /** Names of one of these shapes, see {@link PathPattern}. */
  public record Patterns(List<String> patterns) implements Names {
    public Patterns {
      patterns = List.copyOf(patterns);
    }

    @Override
    public boolean hold(String target) {
      return patterns.stream().anyMatch(pattern -> PathPattern.matches(pattern, target));
    }
  }

  /** Names whose SHA-256 begins with one of these lower-case hex digits. */
  public record HashPrefixes(List<String> prefixes) implements Names {
    public HashPrefixes {
      prefixes = List.copyOf(prefixes);
    }

    @Override
    public boolean hold(String target) {
      String hash = Sha256.hex(target.getBytes(StandardCharsets.UTF_8));
      return prefixes.stream().anyMatch(hash::startsWith);
    }
  }

  /**
   * The role's name as one segment of a path: {@code editors.json}. Whatever the name holds, the
   * file lies in the folder it is put in.
   */
  public static String fileName(String role) {
    return PercentEncoding.segment(role) + ".json";
  }

  static boolean isRoleName(String name) {
    return !name.isEmpty()
        && name.length() <= LONGEST_FILE_NAME
        && TopRole.named(name).isEmpty()
        && PercentEncoding.segment(name).length() <= LONGEST_FILE_NAME;
  }
}
