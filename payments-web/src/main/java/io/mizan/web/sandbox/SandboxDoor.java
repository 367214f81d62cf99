package io.mizan.web.sandbox;

import io.mizan.failure.ErrorCode;
import io.mizan.failure.MizanException;
import io.mizan.web.access.Door;
import jakarta.servlet.http.HttpServletRequest;

/** Lets the merchant's own programs in, where there is a control at all. */
final class SandboxDoor {
    private SandboxDoor() {}

    /**
     * @param exists whether this deployment has the control; else its address is like any that leads nowhere
     * @throws MizanException what keeps the caller out
     */
    static void admit(HttpServletRequest request, boolean exists) {
        if (!exists) {
            throw new MizanException(ErrorCode.NOT_FOUND, "There is nothing at this address.");
        }
        var key = Door.admit(request);
        if (key.isPublishable()) {
            throw new MizanException(ErrorCode.PERMISSION_DENIED, "A secret key is needed.");
        }
        Door.requireAll(key);
    }
}
