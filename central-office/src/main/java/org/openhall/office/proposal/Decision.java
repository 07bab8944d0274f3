package org.openhall.office.proposal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody decided on a proposal.
 *
 * @param who id of the reviewer
 * @param at when
 * @param isApproved whether it went into the catalogue, or back to its author
 * @param reason why it went back; empty where it did not
 * @param secrecy the secrecy review, or null where it went back for other reasons
 */
public record Decision(
    String who, Instant at, boolean isApproved, String reason, @Nullable SecrecyReview secrecy) {}
