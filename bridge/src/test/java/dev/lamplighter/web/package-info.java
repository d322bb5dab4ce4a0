@NullMarked
package dev.lamplighter.web;

import org.jspecify.annotations.NullMarked;
