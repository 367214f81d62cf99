package sandbox.control;

/** A wish of the control page or the control API that cannot be fulfilled. */
public class ControlRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    private ControlRefused(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    public static ControlRefused unknown(String what, String name) {
        return new ControlRefused(404, "not_found", "There is no " + what + " " + name + ".");
    }

    public static ControlRefused invalid(String message) {
        return new ControlRefused(400, "invalid", message);
    }

    public static ControlRefused unfitting(String message) {
        return new ControlRefused(409, "unfitting_state", message);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }
}
