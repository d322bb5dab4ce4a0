package dev.lamplighter.broker;

/** A name and the password that opens the broker to it. The password is not shown when this is printed. */
public record Login(String username, String password) {
    @Override
    public String toString() {
        return "Login[username=" + username + ", password=(hidden)]";
    }
}
