package io.mizan.checkout;

import io.mizan.gateway.Redirect;
import java.time.Duration;

/** What a checkout page does now. */
public sealed interface NextAction {
    /** Send the browser there. */
    record Go(Redirect redirect) implements NextAction {}

    /** Ask again after a while. */
    record Wait(Duration pollAfter) implements NextAction {}

    /** There is nothing to do with this attempt. */
    record Nothing() implements NextAction {}
}
