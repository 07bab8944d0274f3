package org.openhall.content;

import org.jspecify.annotations.Nullable;

/** A body that a citizen may turn to: where a decision is contested, who supervises. */
public record Agency(String agency, @Nullable String address, @Nullable String phone) {}
