package io.mizan.checkout;

import io.mizan.failure.ErrorCode;
import io.mizan.failure.MizanException;
import io.mizan.gateway.GatewayName;
import io.mizan.gateway.Operation;

/** What a gateway cannot do is said, with its name and the operation's, and never imitated. */
final class Unsupported {
    private Unsupported() {}

    static MizanException by(GatewayName gateway, Operation operation) {
        return named(
                new MizanException(
                        ErrorCode.CAPABILITY_NOT_SUPPORTED,
                        gateway + " does not support the operation " + operation.code() + "."),
                gateway,
                operation);
    }

    /** As {@link #by}, of the field with which it was asked for. */
    static MizanException by(GatewayName gateway, Operation operation, String param) {
        return named(
                MizanException.of(
                        ErrorCode.CAPABILITY_NOT_SUPPORTED,
                        param,
                        gateway + " does not support the operation " + operation.code() + "."),
                gateway,
                operation);
    }

    private static MizanException named(MizanException problem, GatewayName gateway, Operation operation) {
        return problem.with("gateway", gateway.value()).with("operation", operation.code());
    }
}
