package sandbox.control;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A simulated provider as the control page and the control API see it. */
public interface SimulatedGateway {
    /** Its name in rules and paths. */
    String name();

    /** Its name for people. */
    String title();

    /** The operations of its API to which a rule may be limited. */
    List<String> operations();

    /** Newest first; only those with this reference of the merchant if there is one. */
    List<SessionView> sessions(Optional<String> reference, int atMost);

    Optional<SessionView> session(String id);

    /**
     * Does what a customer, a bank or the merchant would do.
     *
     * @param session one that there is
     * @param act one of the session's acts
     * @param fields what it needs to know
     * @throws ControlRefused if there is no such act, or it does not fit the session's state
     */
    void act(String session, String act, Map<String, String> fields);
}
