"""Asks one thing of a running Home Assistant, over its own REST and WebSocket API: driver PORT FOLDER COMMAND [ARGUMENT...].

An entity is named DOMAIN/PATTERN: of that domain, with a unique id that the pattern matches whole. Ends with status 1 where the answer is no.
"""

import asyncio
import json
import pathlib
import re
import sys
import time

import aiohttp


class Home:
    def __init__(self, session, port, folder):
        self.session = session
        self.url = f"http://127.0.0.1:{port}"
        self.token_file = pathlib.Path(folder) / "token"

    async def post(self, path, **how):
        async with self.session.post(self.url + path, headers=self.headers(), **how) as answer:
            text = await answer.text()
            if answer.status >= 400:
                sys.exit(f"{path}: {answer.status} {text}")
            return json.loads(text)

    def headers(self):
        if not self.token_file.exists():
            return {}
        return {"Authorization": "Bearer " + self.token_file.read_text()}

    async def get(self, path):
        async with self.session.get(self.url + path, headers=self.headers()) as answer:
            return await answer.json()

    async def socket(self):
        socket = await self.session.ws_connect(self.url + "/api/websocket", max_msg_size=0)
        await socket.receive_json()
        await socket.send_json({"type": "auth", "access_token": self.token_file.read_text()})
        if (await socket.receive_json())["type"] != "auth_ok":
            sys.exit("the token is refused")
        return socket

    async def ask(self, kind, **what):
        socket = await self.socket()
        await socket.send_json({"id": 1, "type": kind, **what})
        answer = await socket.receive_json()
        await socket.close()
        if not answer["success"]:
            sys.exit(f"{kind}: {answer['error']['message']}")
        return answer["result"]

    async def entities(self):
        """All of MQTT, by DOMAIN/UNIQUE-ID."""
        entries = await self.ask("config/entity_registry/list")
        return {
            entry["entity_id"].split(".")[0] + "/" + entry["unique_id"]: entry
            for entry in entries
            if entry["platform"] == "mqtt"
        }

    async def entity(self, name):
        found = [entry for key, entry in (await self.entities()).items() if re.fullmatch(name, key)]
        if len(found) != 1:
            sys.exit(f"{len(found)} entities are {name}")
        return found[0]["entity_id"]

    async def device(self, identifier):
        for device in await self.ask("config/device_registry/list"):
            if ["mqtt", identifier] in device["identifiers"]:
                return device
        sys.exit(f"no device is {identifier}")

    async def states(self):
        return {state["entity_id"]: state for state in await self.get("/api/states")}


async def onboard(home):
    """Makes the first user, and keeps a token of theirs."""
    client = home.url + "/"
    user = {"name": "Lab", "username": "lab", "password": "lab", "language": "en", "client_id": client}
    code = (await home.post("/api/onboarding/users", json=user))["auth_code"]
    grant = {"grant_type": "authorization_code", "code": code, "client_id": client}
    token = await home.post("/auth/token", data=grant)
    home.token_file.write_text(token["access_token"])


async def broker(home, port, username, password):
    """Sets MQTT up the way its dialogue does."""
    flow = await home.post("/api/config/config_entries/flow", json={"handler": "mqtt"})
    answers = {"broker": "127.0.0.1", "port": int(port), "username": username, "password": password}
    # Newer releases ask for these in a folded section of its own.
    if any(field["name"] == "other_settings" for field in flow["data_schema"]):
        answers["other_settings"] = {"set_client_cert": False, "set_ca_cert": "off"}
    end = await home.post("/api/config/config_entries/flow/" + flow["flow_id"], json=answers)
    if end["type"] != "create_entry":
        sys.exit(json.dumps(end))


async def entities(home):
    """Every entity of MQTT with its state, a line each."""
    states = await home.states()
    for key, entry in sorted((await home.entities()).items()):
        shown = states.get(entry["entity_id"], {}).get("state", "disabled" if entry["disabled_by"] else None)
        print(key, entry["entity_id"], shown)


async def devices(home):
    """Every device of MQTT as JSON, a line each."""
    for device in await home.ask("config/device_registry/list"):
        if any(domain == "mqtt" for domain, _ in device["identifiers"]):
            print(json.dumps(device))


async def has(home, *names):
    """Whether every entity is there."""
    known = await home.entities()
    missing = [name for name in names if not any(re.fullmatch(name, key) for key in known)]
    sys.exit("missing: " + " ".join(missing) if missing else 0)


async def rename(home, name, entity_id):
    """Gives the entity an id of its user's."""
    await home.ask("config/entity_registry/update", entity_id=await home.entity(name), new_entity_id=entity_id)


async def called(home, name, entity_id):
    """Whether the entity has that id and is there."""
    if (found := await home.entity(name)) != entity_id or entity_id not in await home.states():
        sys.exit(f"{name} is {found}")


async def is_(home, name, wanted):
    """Whether the entity's state, followed by its attributes as JSON, has the pattern."""
    state = (await home.states()).get(await home.entity(name), {"state": None, "attributes": {}})
    text = state["state"] + " " + json.dumps(state["attributes"])
    if not re.search(wanted, text):
        sys.exit(text)


async def call(home, service, name, data="{}"):
    """Calls a service such as light.turn_on for one entity."""
    domain, action = service.split(".")
    target = {"entity_id": await home.entity(name)}
    await home.post(f"/api/services/{domain}/{action}", json=target | json.loads(data))


async def behind(home, device, bridge):
    """Whether the one device is reached via the other."""
    if (await home.device(device))["via_device_id"] != (await home.device(bridge))["id"]:
        sys.exit(f"{device} is not behind {bridge}")


async def triggers(home, device):
    """The device's triggers, as TYPE SUBTYPE, a line each."""
    listed = await home.ask("device_automation/trigger/list", device_id=(await home.device(device))["id"])
    for trigger in listed:
        if trigger["domain"] == "mqtt":
            print(trigger["type"], trigger["subtype"])


async def automate(home, device, kind, subtype, service, name, data="{}"):
    """From now on, that trigger of the device calls the service for the entity."""
    trigger = {"trigger": "device", "domain": "mqtt", "device_id": (await home.device(device))["id"]}
    action = {"action": service, "target": {"entity_id": await home.entity(name)}, "data": json.loads(data)}
    automation = {
        "alias": "Lab",
        "mode": "queued",
        "triggers": [trigger | {"type": kind, "subtype": subtype}],
        "actions": [action],
    }
    await home.post("/api/config/automation/config/lab", json=automation)


async def restart(home):
    """Ends Home Assistant with the status by which it asks to be started again."""
    await home.post("/api/services/homeassistant/restart", json={})


async def available(home, seconds):
    """Waits until all of MQTT that is enabled is available."""
    deadline = time.monotonic() + float(seconds)
    while away := await not_available(home):
        if time.monotonic() > deadline:
            sys.exit(f"{len(away)} not available, {' '.join(away[:5])}")
        await asyncio.sleep(0.1)


async def not_available(home):
    states = await home.states()
    enabled = [entry["entity_id"] for entry in (await home.entities()).values() if not entry["disabled_by"]]
    if not enabled:
        return ["nothing"]
    return [entity for entity in enabled if states.get(entity, {"state": "unavailable"})["state"] == "unavailable"]


COMMANDS = {
    function.__name__.strip("_"): function
    for function in (
        onboard, broker, entities, devices, has, rename, called, is_, call, behind, triggers, automate, restart, available,
    )
}


async def main(port, folder, command, *arguments):
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=60)) as session:
        try:
            await COMMANDS[command](Home(session, port, folder), *arguments)
        except aiohttp.ClientError as failure:
            sys.exit(f"no answer: {failure}")


asyncio.run(main(*sys.argv[1:]))
