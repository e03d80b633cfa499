import { createHash } from 'node:crypto';
import type { World } from './world.ts';

/** What a person sends beside text: the attachment as it stands in the event, and what the history keeps of it. */
export interface Sending {
  eventName: string;
  historyType: string;
  text?: string;
  attachment: { type: string; payload: Record<string, unknown> };
}

export interface Attachments {
  image(bytes: Uint8Array, caption?: string): Sending;
  gif(bytes: Uint8Array): Sending;
  audio(bytes: Uint8Array): Sending;
  video(bytes: Uint8Array, description?: string): Sending;
  file(file: { name: string; bytes: Uint8Array }): Sending;
  sticker(id: string): Sending;
  location(place: { latitude: number; longitude: number }): Sending;
  link(url: string, description?: string): Sending;
  businessCard(card: { name: string; phone: string }): Sending;
}

/** Builds attachments in Zalo's shapes. Their bytes lie on the stand-in's media host. */
export function openAttachments(world: World): Attachments {
  function keep(bytes: Uint8Array, name: string): string {
    const path = `/media/${world.media.size + 1}/${encodeURIComponent(name)}`;
    world.media.set(path, bytes);
    return `${world.origin}${path}`;
  }

  return {
    image(bytes, caption) {
      const url = keep(bytes, 'image.jpg');
      const attachment = { type: 'image', payload: { thumbnail: url, url } };
      const text = caption === undefined ? {} : { text: caption };
      return { eventName: 'user_send_image', historyType: 'photo', ...text, attachment };
    },
    gif(bytes) {
      const url = keep(bytes, 'image.gif');
      const attachment = { type: 'gif', payload: { thumbnail: url, url } };
      return { eventName: 'user_send_gif', historyType: 'GIF', attachment };
    },
    audio(bytes) {
      const attachment = { type: 'audio', payload: { url: keep(bytes, 'voice.amr') } };
      return { eventName: 'user_send_audio', historyType: 'voice', attachment };
    },
    video(bytes, description = '') {
      const url = keep(bytes, 'video.mp4');
      const attachment = { type: 'video', payload: { thumbnail: url, description, url } };
      return { eventName: 'user_send_video', historyType: 'video', attachment };
    },
    file({ name, bytes }) {
      const payload = {
        url: keep(bytes, name),
        size: String(bytes.length),
        name,
        checksum: createHash('md5').update(bytes).digest('hex'),
        type: name.split('.').at(-1) ?? '',
      };
      return { eventName: 'user_send_file', historyType: 'file', attachment: { type: 'file', payload } };
    },
    sticker(id) {
      const attachment = { type: 'sticker', payload: { id, url: `${world.origin}/media/sticker-${id}.png` } };
      return { eventName: 'user_send_sticker', historyType: 'sticker', attachment };
    },
    location({ latitude, longitude }) {
      const coordinates = { latitude: String(latitude), longitude: String(longitude) };
      const attachment = { type: 'location', payload: { coordinates } };
      return { eventName: 'user_send_location', historyType: 'location', attachment };
    },
    link(url, description = '') {
      const attachment = { type: 'link', payload: { thumbnail: '', description, url } };
      return { eventName: 'user_send_link', historyType: 'link', text: url, attachment };
    },
    businessCard({ name, phone }) {
      const description = JSON.stringify({ phone, qrCodeUrl: `${world.origin}/media/qr.png` });
      const attachment = { type: 'link', payload: { description, thumbnail: '', url: `https://zalo.me/${phone}` } };
      return { eventName: 'user_send_business_card', historyType: 'link', text: name, attachment };
    },
  };
}
