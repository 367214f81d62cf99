package io.mizan.checkout;

import io.mizan.failure.ErrorCode;
import io.mizan.failure.MizanException;
import io.mizan.gateway.Operation;
import io.mizan.gateway.PaymentGateway;

/** What a gateway cannot do is said, with its name and the operation's, and never imitated. */
final class Unsupported {
    private Unsupported() {}

    static MizanException by(PaymentGateway gateway, Operation operation) {
        return named(
                new MizanException(
                        ErrorCode.CAPABILITY_NOT_SUPPORTED,
                        gateway.profile().displayName() + " does not support the operation " + operation.code() + "."),
                gateway,
                operation);
    }

    /** As {@link #by}, of the field with which it was asked for. */
    static MizanException by(PaymentGateway gateway, Operation operation, String param) {
        return named(
                MizanException.of(
                        ErrorCode.CAPABILITY_NOT_SUPPORTED,
                        param,
                        gateway.profile().displayName() + " does not support the operation " + operation.code() + "."),
                gateway,
                operation);
    }

    /** What it can do with the whole, and not with the part that a field asks for. */
    static MizanException ofPart(PaymentGateway gateway, Operation operation, String param) {
        return named(
                MizanException.of(
                        ErrorCode.CAPABILITY_NOT_SUPPORTED,
                        param,
                        gateway.profile().displayName() + " does not support the operation " + operation.code()
                                + " for a part of what is authorized."),
                gateway,
                operation);
    }

    private static MizanException named(MizanException problem, PaymentGateway gateway, Operation operation) {
        return problem.with("gateway", gateway.name().value()).with("operation", operation.code());
    }
}
