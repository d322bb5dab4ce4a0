"""A lamp by LIFX's HTTP API, from a board, without TLS: the bridge answers in place of https://api.lifx.com. By MQTT a press is quicker."""

import requests

# The bridge, and the password of its web page (web.password), which stands where LIFX wants its token.
BRIDGE = "http://192.168.1.5:8080/v1"
PASSWORD = "change me"


def ask(method, path, **keys):
    """What the bridge says; every answer is closed, since one left open keeps its socket and memory."""
    # Headers are made anew each time: `requests` writes the length of what it sends into them.
    answer = requests.request(method, BRIDGE + path, json=keys, headers={"Authorization": "Bearer " + PASSWORD}, timeout=10)
    try:
        return answer.status_code, answer.json()
    finally:
        answer.close()


if __name__ == "__main__":
    print(ask("PUT", "/lights/label:Desk%20Lamp/state", power="on", brightness=0.5))
    print(ask("POST", "/lights/label:Desk%20Lamp/toggle"))
