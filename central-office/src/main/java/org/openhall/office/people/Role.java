package org.openhall.office.people;

import java.util.Set;

/**
 * What somebody may do. The three administrators (三员) watch each other: each is a person of their
 * own and has no other role (GB/T 22239-2019, 8.1.5).
 */
public enum Role {
  EDITOR,
  REVIEWER,
  PUBLISHER,
  EMERGENCY_OFFICER,
  /** Makes people and settings, grants nothing. */
  SYSTEM_ADMINISTRATOR,
  /** Grants roles, makes nobody. */
  SECURITY_ADMINISTRATOR,
  /** Reads the audit log, changes nothing. */
  AUDIT_ADMINISTRATOR;

  /** Whether who has it may have no other. */
  public boolean isLone() {
    return this == SYSTEM_ADMINISTRATOR
        || this == SECURITY_ADMINISTRATOR
        || this == AUDIT_ADMINISTRATOR;
  }

  /** Whether one person may have all of these. */
  public static boolean goTogether(Set<Role> roles) {
    return roles.size() <= 1 || roles.stream().noneMatch(Role::isLone);
  }
}
