package org.openhall.office.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person as the administrators see them.
 *
 * @param hasSignedIn whether they have set a password and codes
 * @param isConfirmed whether a security administrator has compared their word
 * @param disabledAt null while they may sign in
 */
public record Listed(
    Person person,
    boolean hasSignedIn,
    boolean isConfirmed,
    Instant createdAt,
    @Nullable Instant disabledAt) {}
