package org.openhall.office.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordsTest {
  @Test
  void keepsNoPasswordButWhatProvesIt() {
    String kept = Passwords.encode("门前大桥下游过一群鸭");
    assertTrue(kept.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), kept);
    assertTrue(Passwords.matches("门前大桥下游过一群鸭", kept));
    assertFalse(Passwords.matches("门前大桥下游过一群鹅", kept));
    assertFalse(Passwords.matches("", null));
    assertNotEquals(kept, Passwords.encode("门前大桥下游过一群鸭"), "another salt each time");
  }

  /** Made by the reference program: echo -n password | argon2 somesalt -id -t 2 -k 65536 -p 1. */
  @Test
  void readsWhatTheReferenceProgramWrites() {
    assertTrue(
        Passwords.matches(
            "password",
            "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"));
  }

  @ParameterizedTest
  @CsvSource({
    "short, TOO_SHORT",
    "19870512123456, ONLY_DIGITS",
    "aaaaaaaabbbb, TOO_UNIFORM",
    "li.ming-secret-1, OWN_NAME",
    "Password123456!, COMMON",
    "admin@2026admin, COMMON",
    "qwertyuiop1234, COMMON",
    "correct horse battery, ",
    "门前大桥下游过一群鸭快来, "
  })
  void saysWhichRuleAPasswordBreaks(String password, PasswordRule rule) {
    assertEquals(Optional.ofNullable(rule), PasswordRule.broken(password, "li.ming"));
  }
}
