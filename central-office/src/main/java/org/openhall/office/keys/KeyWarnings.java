package org.openhall.office.keys;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.openhall.office.text.OfficeTime;
import org.openhall.office.text.Trouble;
import org.openhall.repository.client.FourEyes;
import org.openhall.repository.metadata.TopRole;
import org.openhall.repository.publisher.Standing;

/** What somebody has to do about keys and signatures, and soon. */
public final class KeyWarnings {
  private static final Duration AHEAD = Duration.ofDays(60);

  /** Online roles live 30 days and are renewed daily: at half of it the office does not run. */
  private static final Duration AHEAD_ONLINE = Duration.ofDays(10);

  private KeyWarnings() {}

  /** The sentences, the most urgent role first; none where all is well. */
  public static List<Trouble> of(Standing standing, Instant now) {
    List<Trouble> warnings = new ArrayList<>();
    for (KeyRole role : KeyRole.values()) {
      Instant expires = standing.expires().get(role.roleName());
      if (expires != null && expires.isBefore(now.plus(ahead(role)))) {
        warnings.add(expiry(role, expires, now));
      }
      if (standing.unsigned().contains(role.roleName())) {
        warnings.add(Trouble.of("keys.warn-unsigned", role.roleName()));
      }
      if (role != KeyRole.EMERGENCY
          && role.isStaff()
          && standing.delegations().role(role.roleName()).isEmpty()) {
        warnings.add(Trouble.of("keys.warn-nobody", role.roleName()));
      }
    }
    if (standing
        .delegations()
        .authority(FourEyes.EDITORS)
        .sharesKeyWith(standing.delegations().authority(FourEyes.REVIEWERS))) {
      warnings.add(Trouble.of("keys.warn-shared"));
    }
    if (standing.root().authority(TopRole.ROOT).threshold() == 1) {
      warnings.add(Trouble.of("keys.warn-threshold"));
    }
    return warnings;
  }

  private static Duration ahead(KeyRole role) {
    return role.isOnline() ? AHEAD_ONLINE : AHEAD;
  }

  private static Trouble expiry(KeyRole role, Instant expires, Instant now) {
    String day = OfficeTime.minute(expires);
    return expires.isBefore(now)
        ? Trouble.of("keys.warn-expired", role.roleName(), day)
        : Trouble.of(
            "keys.warn-expiry", role.roleName(), day, Duration.between(now, expires).toDays());
  }
}
