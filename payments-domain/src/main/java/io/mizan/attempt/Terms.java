package io.mizan.attempt;

import io.mizan.money.Money;

/**
 * What we asked for, beside which the facts are held.
 *
 * @param due what must be captured, to the minor unit: the order's amount, or the sum of our captures that were not
 *     definitely declined where we capture ourselves
 * @param captureOutstanding whether a capture of ours is not answered yet, so that no verdict is final
 */
public record Terms(Money due, boolean captureOutstanding) {}
