package org.openhall.office.people;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.jspecify.annotations.Nullable;

/**
 * Passwords as the database keeps them: Argon2id (RFC 9106) with 19 MiB and two passes, in the PHC
 * string form, which carries its own figures. How many are hashed at a time is the {@link
 * HashingRoom}'s.
 */
final class Passwords {
  private static final int MEMORY = 19_456;
  private static final int PASSES = 2;
  private static final int SALT = 16;
  private static final int HASH = 32;
  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,6}),t=(\\d{1,2}),p=1\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

  /** What is compared with where there is nobody, so that it takes as long. */
  private static final String NOBODY = encode(Secrets.token());

  private Passwords() {}

  static String encode(String password) {
    byte[] salt = Secrets.random(SALT);
    byte[] hash = hash(password, salt, MEMORY, PASSES, HASH);
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=1$%s$%s"
        .formatted(MEMORY, PASSES, base64.encodeToString(salt), base64.encodeToString(hash));
  }

  /**
   * Whether it is that password.
   *
   * @param kept null where there is nobody or no password yet
   */
  static boolean matches(String password, @Nullable String kept) {
    Matcher form = FORM.matcher(kept == null ? NOBODY : kept);
    if (!form.matches()) {
      throw new IllegalStateException("a password is kept in another form");
    }
    byte[] hash = Base64.getDecoder().decode(form.group(4));
    byte[] salt = Base64.getDecoder().decode(form.group(3));
    byte[] shown =
        hash(
            password,
            salt,
            Integer.parseInt(form.group(1)),
            Integer.parseInt(form.group(2)),
            hash.length);
    return java.security.MessageDigest.isEqual(hash, shown) && kept != null;
  }

  private static byte[] hash(String password, byte[] salt, int memory, int passes, int length) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memory)
            .withIterations(passes)
            .withParallelism(1)
            .withSalt(salt)
            .build());
    byte[] hash = new byte[length];
    generator.generateBytes(password.toCharArray(), hash);
    return hash;
  }
}
