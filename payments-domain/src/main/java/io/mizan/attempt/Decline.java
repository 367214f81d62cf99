package io.mizan.attempt;

import io.mizan.failure.FailureCategory;

/** Why a try did not go through; {@code code} is the provider's own word. */
public record Decline(FailureCategory category, String code) {}
