package sandbox.settings;

/**
 * The settings of this process; each simulator has its own beside.
 *
 * @param database where the simulators keep their state, a schema of their own
 * @param publicUrl base URL under which a browser reaches this process, without a trailing slash
 * @param merchantName the name on hosted pages
 */
public record Settings(DatabaseSettings database, String publicUrl, String merchantName) {
    /** JDBC coordinates of the simulators' schema. */
    public record DatabaseSettings(String url, String user, String password) {
        @Override
        public String toString() {
            return "DatabaseSettings[" + url + ", " + user + ", [redacted]]";
        }
    }
}
