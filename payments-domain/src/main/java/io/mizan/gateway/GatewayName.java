package io.mizan.gateway;

/** Names a gateway in addresses, rows and metrics: {@code stripe}. */
public record GatewayName(String value) {
    public GatewayName {
        if (value == null || !value.matches("[a-z][a-z0-9_]{1,31}")) {
            throw new IllegalArgumentException("a gateway's name is 2 to 32 of a-z, 0-9 and _, a letter first");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
