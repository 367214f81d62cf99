package io.mizan.customer;

import java.util.Optional;

/** Who the customer is, as far as the merchant tells. Printed redacted. */
public record CustomerDetails(
        Optional<String> email, Optional<String> name, Optional<String> phone, Optional<String> country) {
    public static final CustomerDetails NONE =
            new CustomerDetails(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    @Override
    public String toString() {
        return "CustomerDetails[redacted]";
    }
}
