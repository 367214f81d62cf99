package io.mizan.admin.access;

import java.util.Optional;

/** Where the current request came from. Who may be believed about that, is for the deployment to say. */
public interface VisitorAddress {
    /** Empty if what stands for it is no address at all. */
    Optional<String> value();
}
