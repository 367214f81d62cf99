package io.mizan.web.access;

import io.mizan.checkout.StatusCodes;
import io.mizan.failure.ErrorCode;
import io.mizan.failure.MizanException;
import io.mizan.id.OrderId;
import io.mizan.order.OrderSecrets;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Whether the caller may see and act on one order. */
@RequestScoped
public class OrderAccess {
    private static final String HEADER = "Order-Secret";
    private static final int LONGEST_SECRET = 200;

    @Inject
    HttpServletRequest request;

    @Inject
    Caller caller;

    @Inject
    OrderSecrets secrets;

    @Inject
    StatusCodes codes;

    /**
     * Merchants may act on every order, a browser on the one whose secret it sends.
     *
     * @throws MizanException {@code NOT_FOUND}, whether the order is not there or the secret is wrong
     */
    public void check(OrderId order) {
        if (caller.isBrowser() && !hasSecretOf(order)) {
            throw new MizanException(
                    ErrorCode.NOT_FOUND, "There is no such order, or the header Order-Secret does not open it.");
        }
    }

    /**
     * As {@link #check}, for reading the status alone: the code that the customer's browser brought back from the
     * gateway's page opens it too, once.
     */
    public void checkStatus(OrderId order, Optional<String> code) {
        if (!caller.isBrowser() || request.getHeader(HEADER) != null || !redeems(order, code)) {
            check(order);
        }
    }

    private boolean redeems(OrderId order, Optional<String> code) {
        return code.filter(text -> text.length() <= LONGEST_SECRET && codes.redeem(order, text))
                .isPresent();
    }

    private boolean hasSecretOf(OrderId order) {
        var secret = request.getHeader(HEADER);
        return secret != null && secret.length() <= LONGEST_SECRET && secrets.matches(order, secret);
    }
}
