package dev.lamplighter.broker;

import dev.lamplighter.broker.users.Role;

/** A name and the password that opens the broker to it, without being kept in a file. The password is not shown when this is printed. */
public record Login(String username, String password, Role role) {
    /** For everything. */
    public Login(String username, String password) {
        this(username, password, Role.ADMIN);
    }

    @Override
    public String toString() {
        return "Login[username=" + username + ", password=(hidden), role=" + role.word() + "]";
    }
}
