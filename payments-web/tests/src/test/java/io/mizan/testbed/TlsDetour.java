package io.mizan.testbed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;

/**
 * Leads a provider's own address, which official libraries have built in, to its simulator: so they are tried as they are.
 * To a library this is a proxy of the usual kind, which it finds as the JVM's for that one host. Behind it waits a server
 * with a certificate for the host, made here and trusted by this JVM until the end of the detour, which hands on each request
 * byte for byte, but for the simulator's place before the path and one call on each connection.
 */
public final class TlsDetour implements AutoCloseable {
    private static final String STORE = "javax.net.ssl.trustStore";
    private static final String PASSWORD = "javax.net.ssl.trustStorePassword";
    private static final String NO_SECRET = "changeit";
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\nContent-Length: *(\\d+)");
    private static final Pattern CONNECTION = Pattern.compile("(?i)\r\nConnection:[^\r]*");
    private static final String END_OF_HEAD = "\r\n\r\n";

    private final String host;
    private final URI simulator;
    private final ServerSocket entrance;
    private final SSLSocketFactory secure;
    private final ExecutorService travellers = Executors.newCachedThreadPool(TlsDetour::daemon);
    private final ProxySelector otherWays = ProxySelector.getDefault();
    private final Map<String, String> before = new ConcurrentHashMap<>();

    private TlsDetour(String host, URI simulator) throws IOException, GeneralSecurityException {
        this.host = host;
        this.simulator = simulator;
        var store = certificateOf(host);
        this.secure = speakingFor(store);
        this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        set(STORE, store.toString());
        set(PASSWORD, NO_SECRET);
        ProxySelector.setDefault(new ToEntrance());
        travellers.execute(this::receive);
    }

    /** @param simulator its base address, below which everything of that host lies */
    public static TlsDetour of(String host, URI simulator) {
        try {
            return new TlsDetour(host, simulator);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        ProxySelector.setDefault(otherWays);
        List.of(STORE, PASSWORD).forEach(this::restore);
        travellers.shutdownNow();
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void receive() {
        while (!entrance.isClosed()) {
            try {
                var client = entrance.accept();
                travellers.execute(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            if (!head(client.getInputStream()).startsWith("CONNECT " + host + ":443 ")) {
                client.getOutputStream().write(bytes("HTTP/1.1 403 Forbidden" + END_OF_HEAD));
                return;
            }
            client.getOutputStream().write(bytes("HTTP/1.1 200 Connection established" + END_OF_HEAD));
            try (var server = secure.createSocket(client, null, true)) {
                handOn(server);
            }
        } catch (IOException gone) {
            // the library has hung up or does not trust this server, and tells so itself
        }
    }

    private void handOn(Socket server) throws IOException {
        var head = head(server.getInputStream());
        var body = server.getInputStream().readNBytes(length(head));
        try (var inside = new Socket(simulator.getHost(), simulator.getPort())) {
            inside.getOutputStream().write(bytes(moved(head)));
            inside.getOutputStream().write(body);
            inside.getInputStream().transferTo(server.getOutputStream());
        }
    }

    private String moved(String head) {
        return CONNECTION
                .matcher(head)
                .replaceAll("")
                .replaceFirst(" /", " " + simulator.getPath() + "/")
                .replace(END_OF_HEAD, "\r\nConnection: close" + END_OF_HEAD);
    }

    private static int length(String head) {
        var length = LENGTH.matcher(head);
        return length.find() ? Integer.parseInt(length.group(1)) : 0;
    }

    private static String head(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(ISO_8859_1).endsWith(END_OF_HEAD)) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("no whole request came");
            }
            head.write(next);
        }
        return head.toString(ISO_8859_1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(ISO_8859_1);
    }

    /** With the JDK's own tool: its API makes no certificates. */
    private static Path certificateOf(String host) throws IOException {
        var directory = Files.createDirectories(TestFiles.directory().resolve("detours"));
        var store = directory.resolve(host + ".p12");
        Files.deleteIfExists(store);
        var tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var making = new ProcessBuilder(
                        tool,
                        "-genkeypair",
                        "-alias",
                        "host",
                        "-keyalg",
                        "EC",
                        "-validity",
                        "2",
                        "-dname",
                        "CN=" + host,
                        "-ext",
                        "san=dns:" + host,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        NO_SECRET)
                .redirectErrorStream(true)
                .start();
        var said = new String(making.getInputStream().readAllBytes(), ISO_8859_1);
        if (!Files.exists(store)) {
            throw new IOException(said);
        }
        return store;
    }

    private static SSLSocketFactory speakingFor(Path store) throws IOException, GeneralSecurityException {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(KeyStore.getInstance(store.toFile(), NO_SECRET.toCharArray()), NO_SECRET.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context.getSocketFactory();
    }

    private void set(String property, String value) {
        var earlier = System.setProperty(property, value);
        if (earlier != null) {
            before.put(property, earlier);
        }
    }

    private void restore(String property) {
        if (before.containsKey(property)) {
            System.setProperty(property, before.get(property));
        } else {
            System.clearProperty(property);
        }
    }

    private static Thread daemon(Runnable task) {
        var thread = new Thread(task, "detour");
        thread.setDaemon(true);
        return thread;
    }

    private final class ToEntrance extends ProxySelector {
        @Override
        public List<Proxy> select(URI uri) {
            return host.equals(uri.getHost())
                    ? List.of(new Proxy(
                            Proxy.Type.HTTP, new InetSocketAddress(entrance.getInetAddress(), entrance.getLocalPort())))
                    : otherWays.select(uri);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {
            otherWays.connectFailed(uri, address, failure);
        }
    }
}
